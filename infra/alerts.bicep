import { words } from 'types.bicep'

param location string
param tags words
param workspaceId string
param operators string[]

// Metrics are named as in functions/Enrollment.Functions/Platform/Measures.cs; each alert has its page docs/runbooks/<name>.md. Both
// are compared by tests/Enrollment.Functions.Tests/Infra.
var alerts = [
  {
    name: 'poison-messages'
    severity: 2
    means: 'A message failed five times, or was no message of ours.'
    query: '''
      AppMetrics
      | where Name in ('enrollment.dead_letters', 'enrollment.poison.messages')
      | summarize Messages = sum(Sum) by Queue = tostring(Properties.queue)
      | where Messages > 0
      '''
  }
  {
    name: 'due-rows-overdue'
    severity: 1
    means: 'The oldest due row is more than five minutes late, or nobody has looked for a quarter of an hour.'
    // No measurement is the worst measurement: then the timers do not run, and no sweep either.
    query: '''
      AppMetrics
      | where Name == 'enrollment.due.oldest_age'
      | summarize Seconds = maxif(Max, TimeGenerated > ago(5m)), Measurements = count()
      | where Seconds > 300 or Measurements == 0
      '''
  }
  {
    name: 'queue-age'
    severity: 2
    means: 'A message has been waiting for more than two minutes.'
    query: '''
      AppMetrics
      | where Name == 'enrollment.queue.oldest_age'
      | where TimeGenerated > ago(5m)
      | summarize Seconds = min(Max) by Queue = tostring(Properties.queue)
      | where Seconds > 120
      '''
  }
  {
    name: 'department-circuit-open'
    severity: 2
    means: 'A department has been failing so steadily that it is hardly asked any more.'
    // An open circuit opens anew after each probe that fails, every five seconds: a single opening is a hiccup.
    query: '''
      AppMetrics
      | where Name == 'enrollment.circuit.opened'
      | summarize Openings = sum(Sum) by Department = tostring(Properties.department)
      | where Openings >= 5
      '''
  }
  {
    name: 'server-errors'
    severity: 1
    means: 'More than two in a hundred requests ended with 5xx.'
    query: '''
      AppRequests
      | where isnotempty(Url)
      | summarize Requests = count(), Failed = countif(toint(ResultCode) >= 500)
      | where Failed >= 5 and Failed * 50 > Requests
      '''
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'enrollment-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'enrollment'
    emailReceivers: [
      for (address, i) in operators: {
        name: 'operator-${i}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Enrollment: ${alert.name}'
      description: '${alert.means} What to do: docs/runbooks/${alert.name}.md'
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      // The tables are only there once the first telemetry has come.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
        customProperties: { runbook: 'docs/runbooks/${alert.name}.md' }
      }
    }
  }
]
