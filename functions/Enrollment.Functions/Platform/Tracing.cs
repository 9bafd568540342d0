using System.Diagnostics;

namespace Enrollment.Functions.Platform;

/// <summary>
/// Correlation across requests that share no connection: the trace of the submission is stored with the application and travels in
/// every message and query. Names and tags hold no personal data; what a caller sends never becomes one.
/// </summary>
internal static class Tracing
{
    public const string SourceName = "Enrollment";

    /// <summary>The application's number.</summary>
    public const string Application = "enrollment.application";
    public const string Department = "enrollment.department";
    public const string Category = "enrollment.category";
    public const string Status = "enrollment.status";
    public const string Outcome = "enrollment.outcome";
    public const string Queue = "messaging.destination.name";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A step of the trace that began with the submission; null when nobody listens. What set it off (a callback, the host's own invocation) is linked.</summary>
    public static Activity? Continue(string step, string? traceParent, string? queue = null)
    {
        var cause = Activity.Current;
        var isApart = ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var parent) && cause is not null && cause.TraceId != parent.TraceId;
        var continued = Source.StartActivity(step, ActivityKind.Consumer, parent, links: isApart ? [new ActivityLink(cause!.Context)] : null);
        if (isApart && continued is not null)
            cause!.AddLink(new ActivityLink(continued.Context));
        return queue is null ? continued : continued?.SetTag(Queue, queue);
    }

    /// <summary>A call out of this process.</summary>
    public static Activity? Call(string name) => Source.StartActivity(name, ActivityKind.Client);

    /// <summary>Something that happened at this moment.</summary>
    public static Activity? Mark(string name) => Source.StartActivity(name);

    public static void SetOutcome(this Activity? activity, string outcome, bool isFailure)
    {
        activity?.SetTag(Outcome, outcome);
        if (isFailure)
            activity?.SetStatus(ActivityStatusCode.Error);
    }
}
