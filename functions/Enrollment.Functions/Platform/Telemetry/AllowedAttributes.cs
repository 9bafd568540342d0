using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Enrollment.Functions.Platform.Telemetry;

/// <summary>Takes from a span what is not known to be free of personal data: addresses, queries and agents are what a caller chose to write.</summary>
internal sealed class AllowedAttributes : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(StringComparer.Ordinal,
        Tracing.Application, Tracing.Department, Tracing.Category, Tracing.Status, Tracing.Outcome, Tracing.Queue,
        "http.request.method", "http.route", "http.response.status_code", "network.protocol.version", "error.type",
        "faas.name", "faas.trigger", "faas.invocation_id", "az.schema_url");

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Allowed.Contains(tag.Key)).ToList())
            data.SetTag(name, value: null);
        data.TraceStateString = null;
        if (data.Status is not ActivityStatusCode.Unset)
            data.SetStatus(data.Status);
        if (IsIdle(data))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    // Probes, and requests that reached no function: metrics count them.
    private static bool IsIdle(Activity data) => data.Source.Name == TelemetryRegistration.WebServer
        && (data.GetTagItem("http.route") is not string route || route.Contains("health/", StringComparison.Ordinal));
}
