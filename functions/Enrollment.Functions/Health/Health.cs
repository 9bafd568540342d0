using Azure;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Polly.CircuitBreaker;

namespace Enrollment.Functions.Health;

/// <summary>Live: the process answers. Ready: it can take an application; a department that is down is named, but is no reason not to.</summary>
internal sealed class Health(StorageClients storage, DepartmentExchanges departments)
{
    private const string Healthy = "Healthy";
    private const string Unhealthy = "Unhealthy";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function("HealthLive")]
    public IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        Results.Ok(new HealthReport(Healthy, new Dictionary<string, string>(StringComparer.Ordinal)));

    [Function("HealthReady")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var states = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tables"] = await StateAsync(storage.Tables.GetTableClient(DueRows.Table).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>(
                "health", "health", cancellationToken: patience.Token)),
            ["queues"] = await StateAsync(storage.Queues.GetQueueClient(VerificationQueues.Plan).GetPropertiesAsync(patience.Token)),
        };
        var isReady = states.Values.All(state => state == Healthy);
        foreach (var department in Enum.GetValues<Department>())
            states[DepartmentPaths.Of(department)] = departments.CircuitOf(department) is CircuitState.Closed ? Healthy : "CircuitOpen";
        var report = new HealthReport(isReady ? Healthy : Unhealthy, states);
        return Results.Json(report, statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string> StateAsync(Task probe)
    {
        try
        {
            await probe;
            return Healthy;
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException or AggregateException)
        {
            return Unhealthy;
        }
    }
}

/// <summary>The answer of both probes.</summary>
internal sealed record HealthReport(string Status, IReadOnlyDictionary<string, string> Dependencies);
