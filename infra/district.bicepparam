using 'main.bicep'

// One district in its season. Change what is the district's own: addresses, issuer, operators, budget.

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'district')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastasia')
param tags = { service: 'enrollment', stage: 'production', owner: 'district-education-bureau' }

param functionsEnvironment = 'Production'
param callers = { issuer: 'https://login.bureau.example', audience: 'enrollment' }
param publicBaseUrl = 'https://enrollment.bureau.example'
param departments = {
  CivilAffairs: { baseAddress: 'https://exchange.city.example', callbackKeys: ['k1'] }
  DisabledPersons: { baseAddress: 'https://exchange.city.example', callbackKeys: ['k1'] }
  Police: { baseAddress: 'https://exchange.city.example', callbackKeys: ['k1'] }
  Property: { baseAddress: 'https://exchange.city.example', callbackKeys: ['k1'] }
  SocialSecurity: { baseAddress: 'https://exchange.city.example', callbackKeys: ['k1'] }
}
param scanner = 'https://scanner.bureau.example'
param noticeGateway = 'https://notices.city.example'
param fieldKeys = ['k1']

param functionScale = {
  memory: 2048
  instancesAtMost: 100
  requestsPerInstance: 32
  ready: { http: 2, eachDepartment: 1, verification: 1, placement: 1 }
}
param storageSku = 'Standard_GZRS'
param zoneRedundant = true
param privateNetwork = true
param logDays = 180
param operators = ['operator@bureau.example']
param budget = { amount: 2000, start: '2027-01-01' }
