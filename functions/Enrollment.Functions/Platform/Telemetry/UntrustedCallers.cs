using System.Diagnostics;

namespace Enrollment.Functions.Platform.Telemetry;

/// <summary>A request begins a trace of its own: no caller names a trace, switches sampling off, or puts words into trace state or baggage.</summary>
internal sealed class UntrustedCallers : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
