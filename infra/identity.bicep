import { words } from 'types.bicep'

param name string
param location string
param tags words

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}
