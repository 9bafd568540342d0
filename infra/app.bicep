import { departmentAccesses, scale, tokenIssuer, words } from 'types.bicep'

param name string
param location string
param tags words
param identityName string
param storageName string

@description('The container that deployments are put into.')
param packages string
param vaultName string
param insightsName string

@description('Null: no virtual network.')
param subnetId string?
param functionsEnvironment string
param callers tokenIssuer
param publicBaseUrl string
param departments departmentAccesses

@description('Null: papers of parents wait unseen.')
param scanner string?
param noticeGateway string?
param fieldKeys string[]
param settings words
param functionScale scale
param zoneRedundant bool

// A department's word in names of functions' queues and of secrets (DepartmentPaths).
var paths = {
  CivilAffairs: 'civil-affairs'
  DisabledPersons: 'disabled-persons'
  Police: 'police'
  Property: 'property'
  SocialSecurity: 'social-security'
}

var ready = concat(
  [{ name: 'http', instanceCount: functionScale.ready.http }],
  map(objectKeys(paths), name => {
    name: 'function:CheckWith${name}'
    instanceCount: functionScale.ready.eachDepartment
  }),
  [
    { name: 'function:PlanVerification', instanceCount: functionScale.ready.verification }
    { name: 'function:ApplyCallback', instanceCount: functionScale.ready.verification }
    { name: 'function:DrawPlacement', instanceCount: functionScale.ready.placement }
    { name: 'function:AdvanceRound', instanceCount: functionScale.ready.placement }
    { name: 'function:ScanEvidence', instanceCount: functionScale.ready.verification }
    { name: 'function:DeliverNotices', instanceCount: functionScale.ready.verification }
  ]
)

// Which secret of the vault a setting is read from.
var secrets = union(
  {
    Callers__SigningKey: 'callers-signing-key'
    PersonalData__IndexKey: 'personal-data-index-key'
  },
  scanner == null ? {} : { Evidence__ScannerKey: 'scanner-key' },
  noticeGateway == null ? {} : { Notices__GatewayKey: 'notice-gateway-key' },
  toObject(
    range(0, length(fieldKeys)),
    i => 'PersonalData__Keys__${i}__Secret',
    i => 'personal-data-key-${fieldKeys[i]}'
  ),
  toObject(items(departments), item => 'Departments__${item.key}__RequestKey', item => '${paths[item.key]}-request-key'),
  toObject(
    flatten(map(
      items(departments),
      item =>
        map(range(0, length(item.value.callbackKeys)), i => {
          setting: 'Departments__${item.key}__CallbackKeys__${i}'
          secret: '${paths[item.key]}-callback-key-${item.value.callbackKeys[i]}'
        })
    )),
    key => key.setting,
    key => key.secret
  )
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'enrollment' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: subnetId
    siteConfig: { ftpsState: 'Disabled', http20Enabled: true, minTlsVersion: '1.2' }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${packages}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: functionScale.memory
        maximumInstanceCount: functionScale.instancesAtMost
        alwaysReady: filter(ready, group => group.instanceCount > 0)
        triggers: { http: { perInstanceConcurrency: functionScale.requestsPerInstance } }
      }
    }
  }

  // Passwords for publishing; deployments come with an identity.
  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
        AZURE_CLIENT_ID: identity.properties.clientId
        AZURE_FUNCTIONS_ENVIRONMENT: functionsEnvironment
        AzureFunctionsJobHost__telemetryMode: 'OpenTelemetry'
        AzureWebJobsStorage__blobServiceUri: account.properties.primaryEndpoints.blob
        AzureWebJobsStorage__clientId: identity.properties.clientId
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__queueServiceUri: account.properties.primaryEndpoints.queue
        AzureWebJobsStorage__tableServiceUri: account.properties.primaryEndpoints.table
        Callers__Audience: callers.audience
        Callers__Issuer: callers.issuer
        // Published with the app (Enrollment.Functions.csproj): the platform has no Chinese font.
        Placement__PostingFont: '/home/site/wwwroot/fonts/wqy-microhei.ttc'
        Placement__PublicBaseUrl: publicBaseUrl
      },
      noticeGateway == null ? {} : { Notices__Gateway: noticeGateway! },
      toObject(range(0, length(fieldKeys)), i => 'PersonalData__Keys__${i}__Id', i => fieldKeys[i]),
      toObject(items(departments), item => 'Departments__${item.key}__BaseAddress', item => item.value.baseAddress),
      scanner == null ? {} : { Evidence__Scanner: scanner! },
      mapValues(secrets, secret => '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${secret})'),
      settings
    )
  }
}

output address string = 'https://${app.properties.defaultHostName}'
output secretNames string[] = map(items(secrets), item => item.value)
