using Polly;
using Polly.Simmy;
using Polly.Simmy.Fault;
using Polly.Simmy.Latency;
using Polly.Simmy.Outcomes;

namespace Enrollment.Functions.Departments.Chaos;

/// <summary>Misfortunes injected where the network's would come from: innermost, so that everything around them is tried as it runs.</summary>
internal static class DepartmentChaos
{
    public static ResiliencePipelineBuilder<AskResult> AddChaos(this ResiliencePipelineBuilder<AskResult> builder, ChaosOptions chaos, TimeProvider clock)
    {
        var chance = new ChaosChance(chaos.Seed);
        var from = clock.GetUtcNow() + chaos.BlackoutAfter;
        var until = from + chaos.BlackoutFor;
        return builder
            .AddChaosLatency(new ChaosLatencyStrategyOptions { Randomizer = chance.Next, InjectionRate = chaos.LatencyRate, Latency = chaos.Latency })
            .AddChaosFault(new ChaosFaultStrategyOptions
            {
                Randomizer = chance.Next,
                InjectionRateGenerator = _ => ValueTask.FromResult(clock.GetUtcNow() is var now && now >= from && now < until ? 1 : chaos.FaultRate),
                FaultGenerator = new FaultGenerator().AddException(() => new HttpRequestException("Injected.")),
            })
            .AddChaosOutcome(new ChaosOutcomeStrategyOptions<AskResult>
            {
                Randomizer = chance.Next,
                InjectionRate = chaos.UnavailableRate,
                OutcomeGenerator = _ => ValueTask.FromResult<Outcome<AskResult>?>(Outcome.FromResult<AskResult>(new AskResult.Unreachable(UnreachableReason.ServerError))),
            });
    }
}
