targetScope = 'subscription'

import { departmentAccesses, scale, spending, tokenIssuer, words } from 'types.bicep'

@description('Names this deployment; part of every name. azd gives its environment.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('The region of everything.')
param location string

@description('Put on everything, for bills and for whoever asks whose this is.')
param tags words

@description('Development also takes invented identity numbers and the issuer whose key everybody knows.')
@allowed(['Development', 'Production'])
param functionsEnvironment string

@description('Whose bearer tokens are believed.')
param callers tokenIssuer

@description('The address families reach the service under; printed on posting lists as a QR code, so it must last for years.')
param publicBaseUrl string

@description('Where the departments are reached.')
param departments departmentAccesses

@description('Where the malware scanner of parents\' papers answers. Null: papers wait, and no staff sees them.')
param scanner string?
@description('Where text messages and calls to parents are handed over; null: notices stand in the inbox only.')
param noticeGateway string?

@description('Names of the keys that encrypt fields, [a-z0-9]{1,16}: the first encrypts, all decrypt.')
@minLength(1)
param fieldKeys string[]

@description('Settings of the service that shall differ from their defaults.')
param settings words = {}

@description('Size and number of instances.')
param functionScale scale

@description('Copies of the data: in one place, in three zones, in three zones and a second region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string

@description('Whether instances are spread over zones.')
param zoneRedundant bool

@description('Storage and vault are reached through a virtual network only.')
param privateNetwork bool

@description('Address space of the virtual network, if there is one; /22 or larger.')
param addressSpace string = '10.60.0.0/22'

@description('How long logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int

@description('Who is told when an alert fires or money runs out.')
@minLength(1)
param operators string[]

@description('Null where the cloud or the contract has no budgets.')
param budget spending?

var token = uniqueString(subscription().id, environmentName, location)
var names = {
  app: 'func-enrollment-${environmentName}-${token}'
  identity: 'id-enrollment-${environmentName}'
  logs: 'log-enrollment-${environmentName}'
  network: 'vnet-enrollment-${environmentName}'
  storage: 'st${token}'
  vault: 'kv-${token}'
}

// A vault's private name says vaultcore where its public one says vault.
var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  vault: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
}
var allTags = union(tags, { 'azd-env-name': environmentName })

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-enrollment-${environmentName}'
  location: location
  tags: allTags
}

module identity 'identity.bicep' = {
  scope: group
  params: { name: names.identity, location: location, tags: allTags }
}

module monitoring 'monitoring.bicep' = {
  scope: group
  params: {
    name: names.logs
    location: location
    tags: allTags
    logDays: logDays
    identityName: names.identity
  }
  dependsOn: [identity]
}

module network 'network.bicep' = if (privateNetwork) {
  scope: group
  params: { name: names.network, location: location, tags: allTags, addressSpace: addressSpace }
}

module storage 'storage.bicep' = {
  scope: group
  params: {
    name: names.storage
    location: location
    tags: allTags
    sku: storageSku
    isPublic: !privateNetwork
    identityName: names.identity
  }
  dependsOn: [identity]
}

module vault 'vault.bicep' = {
  scope: group
  params: {
    name: names.vault
    location: location
    tags: allTags
    isPublic: !privateNetwork
    identityName: names.identity
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [identity]
}

module endpoints 'endpoint.bicep' = [
  for service in items(zones): if (privateNetwork) {
    scope: group
    params: {
      service: service.key
      zoneName: service.value
      location: location
      tags: allTags
      networkName: names.network
      subnetId: network!.outputs.endpointsSubnetId
      targetId: service.key == 'vault' ? vault.outputs.vaultId : storage.outputs.accountId
    }
  }
]

module app 'app.bicep' = {
  scope: group
  params: {
    name: names.app
    location: location
    tags: allTags
    identityName: names.identity
    storageName: names.storage
    packages: storage.outputs.packages
    vaultName: names.vault
    insightsName: names.logs
    subnetId: network.?outputs.functionsSubnetId
    functionsEnvironment: functionsEnvironment
    callers: callers
    publicBaseUrl: publicBaseUrl
    departments: departments
    scanner: scanner
    noticeGateway: noticeGateway
    fieldKeys: fieldKeys
    settings: settings
    functionScale: functionScale
    zoneRedundant: zoneRedundant
  }
  // The app starts at once, and needs its roles and its ways to storage and vault for that.
  dependsOn: [endpoints, monitoring, vault]
}

module alerts 'alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    operators: operators
  }
}

module budgets 'budget.bicep' = if (budget != null) {
  scope: group
  params: { name: 'enrollment-${environmentName}', spending: budget!, operators: operators }
}

@description('Where the service answers.')
output SERVICE_ADDRESS string = app.outputs.address

@description('Where the secrets belong; docs/azure.md says how.')
output VAULT_NAME string = names.vault

@description('The names of all secrets the service reads from the vault, with a space between.')
output SECRET_NAMES string = join(app.outputs.secretNames, ' ')
