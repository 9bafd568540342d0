using System.Security.Cryptography;
using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>What came of taking an upload in. Closed.</summary>
internal abstract record Intake
{
    private Intake()
    {
    }

    public sealed record Taken(EvidenceFile File) : Intake;

    /// <summary>The same grant was redeemed before.</summary>
    public sealed record Known(EvidenceFile File) : Intake;

    public sealed record Refused(FaultCode Code) : Intake;
}

/// <summary>Puts an uploaded paper on file together with its application, so that none comes after the deadline and none beyond the limit; then has it scanned.</summary>
internal sealed class EvidenceIntake(ApplicationStore applications, ApplicationCommits commits, EvidenceStore evidence, VerificationSteps steps, IOptions<EvidenceOptions> options)
{
    private const int Attempts = 10;

    /// <summary>Why nothing is taken now; null when it may be.</summary>
    public async Task<FaultCode?> RefusalAsync(EvidenceGrant grant, CancellationToken cancellationToken) =>
        await applications.FindAsync(grant.Application, cancellationToken) is { } stored ? await RefusalAsync(stored, cancellationToken) : FaultCode.GrantInvalid;

    /// <summary>Takes in what is stored already.</summary>
    public async Task<Intake> TakeAsync(EvidenceGrant grant, byte[] content, CancellationToken cancellationToken)
    {
        var file = new EvidenceFile(grant.Application, grant.File, grant.Paper, grant.MediaType, content.Length,
            Convert.ToHexStringLower(SHA256.HashData(content)), steps.Now, EvidenceState.Waiting);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await applications.FindAsync(grant.Application, cancellationToken) is not { } stored)
                return new Intake.Refused(FaultCode.GrantInvalid);
            if (await evidence.FindAsync(grant.Application, grant.File, cancellationToken) is { } known)
                return new Intake.Known(known);
            if (await RefusalAsync(stored, cancellationToken) is { } refusal)
                return new Intake.Refused(refusal);
            var change = PaperChanges.Add(stored.Application, steps.Now + steps.Schedule.FirstDue, steps.Now)!;
            if (await commits.TryAsync(stored, change, cancellationToken, also: [file.Added()]) is not CommitOutcome.Committed)
                continue;
            await steps.SendScansAsync(grant.Application, stored.TraceParent, cancellationToken);
            return new Intake.Taken(file);
        }
        throw new InvalidOperationException($"Application {grant.Application} changed {Attempts} times under one upload.");
    }

    private async Task<FaultCode?> RefusalAsync(StoredApplication stored, CancellationToken cancellationToken)
    {
        if (!stored.Application.MayBeCorrected(steps.Now))
            return FaultCode.ActionNotPossible;
        var files = await evidence.AllOfAsync(stored.Application.Id, cancellationToken);
        return files.Count(file => file.IsLive) < options.Value.MaxFiles ? null : FaultCode.EvidenceTooMany;
    }
}
