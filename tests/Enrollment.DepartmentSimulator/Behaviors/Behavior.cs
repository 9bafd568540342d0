namespace Enrollment.DepartmentSimulator.Behaviors;

/// <summary>How a department behaves.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="DelayMs">Before it answers; before it calls back where it does that.</param>
/// <param name="RetryAfterSeconds">What 429 and 503 ask for.</param>
/// <param name="Times">So many requests, then plain answers; null: always.</param>
/// <param name="EveryNth">Only every n-th request, the others get plain answers; null: every one.</param>
internal sealed record Behavior(BehaviorKind Kind, int DelayMs = 0, int RetryAfterSeconds = 1, int? Times = null, int? EveryNth = null)
{
    public static readonly Behavior PlainAnswer = new(BehaviorKind.Answer);

    /// <returns>Null when it can be played, else the field that cannot.</returns>
    public string? Fault() => this switch
    {
        { DelayMs: < 0 or > 600_000 } => "delayMs",
        { Kind: BehaviorKind.Slow, DelayMs: 0 } => "delayMs",
        { RetryAfterSeconds: < 0 or > 86_400 } => "retryAfterSeconds",
        { Times: < 1 } => "times",
        { EveryNth: < 1 } => "everyNth",
        _ => null,
    };
}
