using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>Has an application's waiting papers scanned, and notes what was found.</summary>
internal sealed class ScanEvidence(ApplicationStore applications, ApplicationCommits commits, EvidenceStore evidence, EvidenceScans scans, VerificationSteps steps)
{
    private const int Attempts = 10;

    [Function(nameof(ScanEvidence))]
    public Task RunAsync([QueueTrigger(EvidenceQueues.Scans)] StepMessage message, CancellationToken cancellationToken) =>
        steps.WatchAsync(EvidenceQueues.Scans, message.ApplicationId, () => ScanAsync(message, cancellationToken), cancellationToken);

    private async Task ScanAsync(StepMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue(nameof(ScanEvidence), message.TraceParent, EvidenceQueues.Scans);
        var id = ApplicationId.Parse(message.ApplicationId);
        activity?.SetTag(Tracing.Application, id.Value);
        var found = await scans.RunAsync(await evidence.AllOfAsync(id, cancellationToken), cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await applications.FindAsync(id, cancellationToken) is not { } stored)
                return;
            var files = await evidence.AllOfAsync(id, cancellationToken);
            var changed = files.Where(file => file.AwaitsScan && found.ContainsKey(file.Id)).ToList();
            var change = PaperChanges.Scanned(stored.Application, scans.NextLook(files, found), changed.Count(file => found[file.Id] is EvidenceState.Infected), steps.Now);
            IReadOnlyList<TableTransactionAction> rows = [.. changed.Where(file => file.State != found[file.Id]).Select(file => file.Changed(found[file.Id]))];
            if (rows.Count > 0 || change.After.ScansDueAt != stored.Application.ScansDueAt)
            {
                if (await commits.TryAsync(stored, change, cancellationToken, also: rows) is not CommitOutcome.Committed)
                    continue;
            }
            await scans.DropInfectedAsync(id, found, cancellationToken);
            return;
        }
        throw new InvalidOperationException($"Application {id} changed {Attempts} times under one scan; the message is tried again.");
    }
}

/// <summary>Scans files, and says when somebody must look again.</summary>
internal sealed class EvidenceScans(MalwareScanner scanner, EvidenceBlobs blobs, IOptions<EvidenceOptions> options, VerificationSteps steps)
{
    /// <summary>What each waiting file was found to be, by its id.</summary>
    public async Task<IReadOnlyDictionary<string, EvidenceState>> RunAsync(IReadOnlyList<EvidenceFile> files, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, EvidenceState>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.AwaitsScan))
        {
            // Taken back meanwhile: its row says so, or will.
            if (await blobs.FindAsync(file.Application, file.Id, cancellationToken) is { } content)
                found[file.Id] = StateOf(await scanner.ScanAsync(file.Id, content, cancellationToken));
        }
        return found;
    }

    /// <summary>When to look again; null when every file has its verdict.</summary>
    public DateTimeOffset? NextLook(IReadOnlyList<EvidenceFile> files, IReadOnlyDictionary<string, EvidenceState> found)
    {
        var waiting = files.Where(file => file.AwaitsScan).Select(file => found.GetValueOrDefault(file.Id, EvidenceState.Waiting)).ToList();
        return waiting.Contains(EvidenceState.Waiting) ? steps.Now + steps.Schedule.FirstDue
            : waiting.Contains(EvidenceState.ScannerDown) ? steps.Now + options.Value.RescanAfter
            : null;
    }

    public async Task DropInfectedAsync(ApplicationId id, IReadOnlyDictionary<string, EvidenceState> found, CancellationToken cancellationToken)
    {
        foreach (var (file, _) in found.Where(pair => pair.Value is EvidenceState.Infected))
            await blobs.DeleteAsync(id, file, cancellationToken);
    }

    private static EvidenceState StateOf(ScanVerdict verdict) => verdict switch
    {
        ScanVerdict.Clean => EvidenceState.Clean,
        ScanVerdict.Infected => EvidenceState.Infected,
        ScanVerdict.Unavailable => EvidenceState.ScannerDown,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
