import { words } from 'types.bicep'

param name string
param location string
param tags words
param addressSpace string

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
  }

  resource functions 'subnets' = {
    name: 'functions'
    properties: {
      addressPrefix: cidrSubnet(addressSpace, 24, 0)
      // What a Flex Consumption plan asks for, though it is no container app.
      delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
    }
  }

  resource endpoints 'subnets' = {
    name: 'endpoints'
    properties: { addressPrefix: cidrSubnet(addressSpace, 24, 1) }
    // Two writes to one network at once are refused.
    dependsOn: [functions]
  }
}

output functionsSubnetId string = network::functions.id
output endpointsSubnetId string = network::endpoints.id
