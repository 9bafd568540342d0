using System.Diagnostics;

namespace Enrollment.Functions.Platform;

/// <summary>
/// Correlation across requests that share no connection: the trace of the submission is stored with the application and travels in
/// every message and query.
/// </summary>
internal static class Tracing
{
    private static readonly ActivitySource Source = new("Enrollment");

    /// <summary>A step of the trace that began with the submission; null when nobody listens.</summary>
    public static Activity? Continue(string step, string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var parent)
            ? Source.StartActivity(step, ActivityKind.Consumer, parent)
            : Source.StartActivity(step, ActivityKind.Consumer);
}
