using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>Every night at 03:10 in Fujian (19:10 UTC): deletes bytes without a living row, left behind by a crash between blob and row or after a removal.</summary>
internal sealed class SweepEvidence(EvidenceBlobs blobs, EvidenceStore evidence, TimeProvider clock, ILogger<SweepEvidence> logger)
{
    // Far beyond the longest grant: whoever is still uploading is left alone.
    private static readonly TimeSpan Untouched = TimeSpan.FromHours(6);

    [Function(nameof(SweepEvidence))]
    public async Task RunAsync([TimerTrigger("0 10 19 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var swept = 0;
        await foreach (var (application, file) in blobs.WrittenBeforeAsync(clock.GetUtcNow() - Untouched, cancellationToken))
        {
            if (await evidence.FindAsync(application, file, cancellationToken) is { IsLive: true })
                continue;
            await blobs.DeleteAsync(application, file, cancellationToken);
            swept++;
        }
        logger.LogInformation("Swept {Files} files that belong to no application", swept);
    }
}
