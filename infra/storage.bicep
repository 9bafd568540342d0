import { words } from 'types.bicep'

param name string
param location string
param tags words
param sku string

@description('Whether anything but private endpoints leads here. Keys are refused either way.')
param isPublic bool

@description('Who reads and writes.')
param identityName string

// What the code uses, by name: tests/Enrollment.Functions.Tests/Infra compares.
var tables = [
  'AccessLog'
  'AnswerFiles'
  'Applications'
  'Callbacks'
  'Claims'
  'DeadLetters'
  'DeletionReceipts'
  'Drafts'
  'DryRuns'
  'Due'
  'FileQuestions'
  'FollowUps'
  'Guardians'
  'Lookups'
  'OpenDraws'
  'OpenRounds'
  'PlaceLocks'
  'Placements'
  'PolicyVersions'
  'Reconciliations'
  'Rounds'
  'SeatClaims'
  'Siblings'
  'StepFailures'
  'WorkList'
]
var queues = [
  'admission'
  'callbacks'
  'evidence-scans'
  'notices'
  'placement'
  'verification'
  'verify-civil-affairs'
  'verify-disabled-persons'
  'verify-police'
  'verify-property'
  'verify-social-security'
]
var poisonQueues = map(queues, queue => '${queue}-poison')
var containers = ['department-files', 'evidence', 'placements', 'rounds']
var packages = 'packages'

// Data roles only; none of them reads a key or changes the account. The Functions host asks for Owner of blobs, where Contributor
// would do for us: https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
var roles = {
  blobs: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: { bypass: 'None', defaultAction: isPublic ? 'Allow' : 'Deny' }
    supportsHttpsTrafficOnly: true
  }

  resource blobService 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 30 }
      containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    }

    resource container 'containers' = [
      for container in concat(containers, [packages]): {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for queue in concat(queues, poisonQueues): { name: queue }]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: { name: table }]
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, identity.id, role.value)
    scope: account
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

@description('The container that deployments are put into.')
output packages string = packages

output accountId string = account.id
