using System.Collections.Concurrent;
using Enrollment.Benchmarks.Pipeline;

namespace Enrollment.Benchmarks.Measuring;

/// <summary>Measures the service and the floor in the very same way.</summary>
internal sealed class RoundRunner(IPipeline pipeline, IReadOnlyDictionary<string, int> processIds)
{
    /// <summary>Applications that wake the queues before the clock starts.</summary>
    public const int Leads = 8;

    private const int AtOnce = 16;

    // one of the plan, four of the checks
    private const int MessagesEach = 5;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SettlementWatch _watch = new(pipeline.Applications);

    /// <param name="movers">The first <see cref="Leads"/> of them lead the round.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Round> RunAsync(IReadOnlyList<Mover> movers, CancellationToken cancellation)
    {
        var (counts, cpu) = (await pipeline.CountsAsync(cancellation), CpuTimes.Read(processIds));
        var leads = await SubmitAsync(movers.Take(Leads), cancellation);
        await _watch.WhenSettledAsync([.. leads.Keys], cancellation);

        var start = TimeProvider.System.GetUtcNow();
        var accepted = await SubmitAsync(movers.Skip(Leads), cancellation);
        var settled = await _watch.WhenSettledAsync([.. accepted.OrderBy(at => at.Value).Select(at => at.Key)], cancellation);
        var operations = await WhenQuietAsync(counts, movers.Count, cancellation);

        // Settled before the 201 was read: no wait at all.
        var waits = accepted.Select(at => settled[at.Key] - at.Value).Select(wait => wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        return new Round(accepted.Count, movers.Count, settled.Values.Max() - start, [.. waits.Order()], operations, CpuTimes.Read(processIds).Since(cpu));
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> SubmitAsync(IEnumerable<Mover> movers, CancellationToken cancellation)
    {
        var accepted = new ConcurrentDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(movers, options, async (mover, token) =>
            accepted[await pipeline.SubmitAsync(mover, token)] = TimeProvider.System.GetUtcNow());
        return accepted;
    }

    // The last messages are deleted a moment after the last transactions; their operations belong to this round.
    private async Task<StorageCounts> WhenQuietAsync(StorageCounts before, int applications, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += LookEvery)
        {
            var since = (await pipeline.CountsAsync(cancellation)).Since(before);
            if (since[StorageCounts.MessageDelete] >= (long)MessagesEach * applications)
                return since;
            await Task.Delay(LookEvery, cancellation);
        }

        throw new BenchmarkFailedException($"Messages were left over {Patience.TotalSeconds:0} s after the last application was settled.");
    }
}
