'use strict';

// The tables of Application Insights in Log Analytics, with the columns that a query here may use.
// https://learn.microsoft.com/azure/azure-monitor/reference/tables/appmetrics, …/apprequests, …/apptraces, …/appexceptions
const common = 'TimeGenerated: datetime, AppRoleInstance: string, AppRoleName: string, OperationId: string, OperationName: string, ItemCount: int, Properties: dynamic';

module.exports = {
  AppMetrics: `(${common}, Name: string, Sum: real, Min: real, Max: real)`,
  AppRequests: `(${common}, Id: string, Name: string, Url: string, ResultCode: string, Success: bool, DurationMs: real)`,
  AppTraces: `(${common}, Message: string, SeverityLevel: int)`,
  AppExceptions: `(${common}, ExceptionType: string, OuterType: string, OuterMessage: string, InnermostType: string, InnermostMessage: string, SeverityLevel: int)`,
};
