using Enrollment.Functions.Departments.Chaos;
using Enrollment.Functions.Platform;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Enrollment.Functions.Departments;

/// <summary>How a department's bad moments are borne: seconds inside one call; longer ones are due rows.</summary>
internal static class DepartmentPipeline
{
    private const int WaitingPerPermit = 4;

    /// <summary>When the call as a whole ends, so that no pause is begun that outlives it.</summary>
    public static readonly ResiliencePropertyKey<DateTimeOffset> Deadline = new("enrollment.deadline");

    public static ResiliencePipeline<AskResult> Create(DepartmentOptions options, TimeProvider clock, CircuitBreakerStateProvider circuit,
        KeyValuePair<string, object?> department)
    {
        var builder = new ResiliencePipelineBuilder<AskResult> { TimeProvider = clock }.AddTimeout(options.TotalTimeout);
        if (options.Retries > 0)
            builder.AddRetry(Retry(options, clock));
        builder
            .AddCircuitBreaker(Breaker(options, circuit, department))
            .AddConcurrencyLimiter(options.MaxConcurrency, options.MaxConcurrency * WaitingPerPermit)
            .AddTimeout(options.AttemptTimeout);
        if (options.Chaos.IsOn())
            builder.AddChaos(options.Chaos, clock);
        return builder.Build();
    }

    private static RetryStrategyOptions<AskResult> Retry(DepartmentOptions options, TimeProvider clock) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Exception: TimeoutRejectedException or HttpRequestException } => true,
            { Result: AskResult.Unreachable failure } => IsTransient(failure.Reason) && EndsInTime(failure.RetryAfter, args.Context, clock),
            _ => false,
        }),
        // Null falls back to the exponential delay.
        DelayGenerator = args => ValueTask.FromResult((args.Outcome.Result as AskResult.Unreachable)?.RetryAfter),
    };

    private static CircuitBreakerStrategyOptions<AskResult> Breaker(
        DepartmentOptions options, CircuitBreakerStateProvider circuit, KeyValuePair<string, object?> department) => new()
        {
            FailureRatio = options.FailureRatio,
            MinimumThroughput = options.MinimumThroughput,
            SamplingDuration = options.SamplingDuration,
            BreakDuration = options.BreakDuration,
            StateProvider = circuit,
            OnOpened = _ =>
            {
                Measures.CircuitOpened.Add(1, department);
                return TellStateAsync(CircuitState.Open, department);
            },
            OnHalfOpened = _ => TellStateAsync(CircuitState.HalfOpen, department),
            OnClosed = _ => TellStateAsync(CircuitState.Closed, department),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome is { Exception: TimeoutRejectedException or HttpRequestException }
                or { Result: AskResult.Unreachable { Reason: UnreachableReason.ServerError or UnreachableReason.ConnectionFailed } }),
        };

    private static ValueTask TellStateAsync(CircuitState state, KeyValuePair<string, object?> department)
    {
        Measures.CircuitState.Record((long)state, department);
        return ValueTask.CompletedTask;
    }

    private static bool IsTransient(UnreachableReason reason) =>
        reason is UnreachableReason.ServerError or UnreachableReason.ConnectionFailed or UnreachableReason.TooManyRequests;

    // A pause beyond the deadline would only hold the message and lose the department's own word on when to come back.
    private static bool EndsInTime(TimeSpan? retryAfter, ResilienceContext context, TimeProvider clock) =>
        retryAfter is not { } pause || clock.GetUtcNow() + pause < context.Properties.GetValue(Deadline, DateTimeOffset.MaxValue);
}
