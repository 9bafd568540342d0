using Enrollment.Functions.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>Every 15 seconds: whatever is overdue is driven again. The platform's own recovery takes ten minutes (RELIABILITY.md 0).</summary>
internal sealed class Sweep(DueRows dueRows, DueVisit visit, TimeProvider clock)
{
    private const int RowsPerBucket = 1000;
    private const int AtOnce = 8;

    [Function(nameof(Sweep))]
    public async Task RunAsync([TimerTrigger("*/15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        for (var bucket = 0; bucket < DueRow.Buckets; bucket++)
        {
            var overdue = await dueRows.OverdueAsync(bucket, clock.GetUtcNow(), RowsPerBucket, cancellationToken);
            foreach (var rows in overdue.Chunk(AtOnce))
                failures.AddRange((await Task.WhenAll(rows.Select(row => VisitAsync(row, cancellationToken)))).OfType<Exception>());
        }
        if (failures.Count > 0)
            throw new AggregateException("Some due rows could not be driven; they stay due.", failures);
    }

    // One application that cannot be read must not keep the others waiting; it is reported with the rest.
    private async Task<Exception?> VisitAsync(DueRow row, CancellationToken cancellationToken)
    {
        try
        {
            await visit.RunAsync(row, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e;
        }
    }
}
