using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Health;

/// <summary>The process answers.</summary>
internal static class HealthLive
{
    [Function(nameof(HealthLive))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        Results.Ok(new HealthReport(HealthReport.Healthy, new Dictionary<string, string>(StringComparer.Ordinal)));
}
