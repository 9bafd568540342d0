using System.Collections.Concurrent;
using Enrollment.Benchmarks.Pipeline;

namespace Enrollment.Benchmarks.Measuring;

/// <summary>Measures the service and the floor in the very same way.</summary>
internal sealed class RoundRunner(IPipeline pipeline, int unsettledAtMost, IReadOnlyDictionary<string, int> processIds)
{
    /// <summary>Applications that wake the queues before the clock starts.</summary>
    public const int Leads = 8;

    private const int AtOnce = 16;
    private const int Looks = 300;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly SettlementTimes _settlement = new(pipeline.Applications);

    /// <param name="movers">The first <see cref="Leads"/> of them lead the round.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Round> RunAsync(IReadOnlyList<Mover> movers, CancellationToken cancellation)
    {
        var (counts, cpu) = (await pipeline.CountsAsync(cancellation), CpuTimes.Read(processIds));
        await TakeThroughAsync([.. movers.Take(Leads)], cancellation);

        var start = TimeProvider.System.GetUtcNow();
        var accepted = await TakeThroughAsync([.. movers.Skip(Leads)], cancellation);
        var (spent, used) = ((await pipeline.CountsAsync(cancellation)).Since(counts), CpuTimes.Read(processIds).Since(cpu));

        var settled = await SettledAsync(accepted, cancellation);
        // Settled before the 201 was read: no wait at all.
        var waits = accepted.Select(at => settled[at.Key] - at.Value).Select(wait => wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        return new Round(accepted.Count, movers.Count, settled.Values.Max() - start, [.. waits.Order()], spent, used);
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> TakeThroughAsync(IReadOnlyList<Mover> movers, CancellationToken cancellation)
    {
        using var backlog = new Backlog(pipeline, unsettledAtMost);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var accepted = new ConcurrentDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var before = await pipeline.CountsAsync(cancellation);
        var submitting = Parallel.ForEachAsync(movers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token }, async (mover, token) =>
        {
            await backlog.EnterAsync(token);
            accepted[await pipeline.SubmitAsync(mover, token)] = TimeProvider.System.GetUtcNow();
        });
        var draining = backlog.DrainAsync(before, movers.Count, stop.Token);
        // Whichever of the two fails ends the other.
        if (!(await Task.WhenAny(submitting, draining)).IsCompletedSuccessfully)
            await stop.CancelAsync();
        await Task.WhenAll(submitting, draining);
        return accepted;
    }

    // A step that the sweep drove again has two messages, so the count of messages alone does not prove the end.
    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> SettledAsync(
        IReadOnlyDictionary<string, DateTimeOffset> accepted, CancellationToken cancellation)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await _settlement.ReadAsync([.. accepted.Keys], cancellation) is { } settled)
                return settled;
            await Task.Delay(LookEvery, cancellation);
        }

        throw new BenchmarkFailedException("Applications were not settled although their messages were done.");
    }
}
