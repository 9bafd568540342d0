@export()
@description('Words by words: tags, settings.')
type words = {
  *: string
}

@export()
@description('Where one department is reached. Keys are names of versions; their values lie in the vault.')
@sealed()
type departmentAccess = {
  @description('The address of its interface on the municipal exchange.')
  baseAddress: string

  @description('Names of the keys that may sign its callbacks; two while one replaces the other.')
  @minLength(1)
  callbackKeys: string[]
}

@export()
@description('The departments, by the names the service gives them (enum Department).')
@sealed()
type departmentAccesses = {
  CivilAffairs: departmentAccess
  DisabledPersons: departmentAccess
  Police: departmentAccess
  Property: departmentAccess
  SocialSecurity: departmentAccess
}

@export()
@description('Whose bearer tokens are believed.')
@sealed()
type tokenIssuer = {
  issuer: string
  audience: string
}

@export()
@description('Instances kept ready. Each function of a queue scales by itself, all HTTP functions together; 0 starts cold.')
@sealed()
type readyInstances = {
  @description('Everything that answers HTTP.')
  http: int

  @description('Each department, apart: one that is slow must not take the instances of another.')
  eachDepartment: int

  @description('Planning of checks, and taking in of callbacks.')
  verification: int

  @description('Draws of class placement, which take a whole core for seconds.')
  placement: int
}

@export()
@description('Size of an instance, and how many there may be.')
@sealed()
type scale = {
  memory: 512 | 2048 | 4096

  @minValue(1)
  @maxValue(1000)
  instancesAtMost: int

  @description('HTTP requests on one instance at once.')
  @minValue(1)
  @maxValue(1000)
  requestsPerInstance: int

  ready: readyInstances
}

@export()
@description('A budget of the resource group, in the currency of the subscription, a month.')
@sealed()
type spending = {
  @minValue(1)
  amount: int

  @description('First day of a month, yyyy-MM-01. Cannot be changed once the budget is there.')
  start: string
}
