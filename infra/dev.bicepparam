using 'main.bicep'

// For trying: cold start, no zones, no private network, invented people. `azd up` uses this file (azure.yaml).

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastasia')
param tags = { service: 'enrollment', stage: 'dev', owner: 'district-education-bureau' }

param functionsEnvironment = 'Development'
param callers = { issuer: 'https://dev.enrollment.invalid', audience: 'enrollment' }
param publicBaseUrl = 'https://dev.enrollment.invalid'
param departments = {
  CivilAffairs: { baseAddress: 'https://simulator.example', callbackKeys: ['k1'] }
  DisabledPersons: { baseAddress: 'https://simulator.example', callbackKeys: ['k1'] }
  Police: { baseAddress: 'https://simulator.example', callbackKeys: ['k1'] }
  Property: { baseAddress: 'https://simulator.example', callbackKeys: ['k1'] }
  SocialSecurity: { baseAddress: 'https://simulator.example', callbackKeys: ['k1'] }
}
param scanner = 'https://scanner.bureau.example'
param noticeGateway = 'https://notices.city.example'
param fieldKeys = ['k1']

param functionScale = {
  memory: 2048
  instancesAtMost: 40
  requestsPerInstance: 32
  ready: { http: 0, eachDepartment: 0, verification: 0, placement: 0 }
}
param storageSku = 'Standard_LRS'
param zoneRedundant = false
param privateNetwork = false
param logDays = 30
param operators = [readEnvironmentVariable('ENROLLMENT_OPERATOR', 'operator@bureau.example')]
