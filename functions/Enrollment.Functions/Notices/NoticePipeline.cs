using Enrollment.Domain.Notices;
using Enrollment.Functions.Platform;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Enrollment.Functions.Notices;

/// <summary>
/// How the gateway's bad moments are borne. There is no retry in it: a second attempt has to ask first, and when is a row's business.
/// </summary>
internal static class NoticePipeline
{
    private const int WaitingPerPermit = 4;
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 8;
    private static readonly KeyValuePair<string, object?> Gateway = Measures.OfDepartment("notice-gateway");

    public static ResiliencePipeline<HandingAnswer?> Create(NoticeOptions options, TimeProvider clock) =>
        new ResiliencePipelineBuilder<HandingAnswer?> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HandingAnswer?>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = MinimumThroughput,
                SamplingDuration = options.BreakDuration,
                BreakDuration = options.BreakDuration,
                OnOpened = _ =>
                {
                    Measures.CircuitOpened.Add(1, Gateway);
                    return ValueTask.CompletedTask;
                },
                ShouldHandle = args => ValueTask.FromResult(args.Outcome is { Exception: TimeoutRejectedException } or { Result: HandingAnswer.Unclear }),
            })
            .AddConcurrencyLimiter(options.MaxConcurrency, options.MaxConcurrency * WaitingPerPermit)
            .AddTimeout(options.AttemptTimeout)
            .Build();
}
