using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Polly.CircuitBreaker;

namespace Enrollment.Functions.Health;

/// <summary>The service can take an application. A department that is down is named, but is no reason not to.</summary>
internal sealed class HealthReady(StorageClients storage, DepartmentExchanges departments)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(HealthReady))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var states = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tables"] = await StateAsync(() => storage.Tables.GetTableClient(DueRows.Table).GetEntityIfExistsAsync<TableEntity>(
                "health", "health", cancellationToken: patience.Token)),
            ["queues"] = await StateAsync(() => storage.Queues.GetQueueClient(VerificationQueues.Plan).GetPropertiesAsync(patience.Token)),
        };
        var isReady = states.Values.All(state => state == HealthReport.Healthy);
        foreach (var department in Enum.GetValues<Department>())
            states[DepartmentPaths.Of(department)] = departments.CircuitOf(department) is CircuitState.Closed ? HealthReport.Healthy : HealthReport.CircuitOpen;
        return Results.Json(new HealthReport(isReady ? HealthReport.Healthy : HealthReport.Unhealthy, states),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string> StateAsync(Func<Task> probe)
    {
        try
        {
            await probe();
            return HealthReport.Healthy;
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException or AggregateException)
        {
            return HealthReport.Unhealthy;
        }
    }
}
