using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>What came of claiming a child for an intake year. Closed.</summary>
internal abstract record ChildClaim
{
    private ChildClaim()
    {
    }

    /// <summary>The child is this application's.</summary>
    public sealed record Granted(ApplicationId Id) : ChildClaim;

    /// <summary>The very same request is stored already.</summary>
    public sealed record Standing(StoredApplication Stored) : ChildClaim;

    /// <summary>The child is another application's.</summary>
    public sealed record Refused(FaultCode Code) : ChildClaim;
}

/// <summary>One live application a child a year (R9): an insert decides, and only a dead owner is followed.</summary>
internal sealed class ChildClaims(StorageClients storage, ApplicationStore applications, BlindIndex index, TimeProvider clock)
{
    public const string Table = "Claims";

    private const int Attempts = 5;
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(30);

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task<ChildClaim> ClaimAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (await _table.TryInsertAsync(Row(submission, generation: 0), cancellationToken))
            return new ChildClaim.Granted(submission.IdOf(generation: 0, index));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FollowAsync(submission, cancellationToken) is { } outcome)
                return outcome;
        }
        return new ChildClaim.Refused(FaultCode.SubmissionInFlight);
    }

    /// <summary>The application that the very same request has stored already; claims nothing.</summary>
    public async Task<StoredApplication?> StandingAsync(Submission submission, CancellationToken cancellationToken)
    {
        var held = await _table.GetEntityIfExistsAsync<TableEntity>(submission.Child, YearKey(submission), cancellationToken: cancellationToken);
        if (!held.HasValue)
            return null;
        var owner = ApplicationId.Parse(held.Value!.GetString("ApplicationId"));
        return owner == submission.IdOf(held.Value.GetInt32("Generation")!.Value, index)
            && await applications.FindAsync(owner, cancellationToken) is { } stored && !IsDead(stored.Application.Status)
            ? stored
            : null;
    }

    // Null: somebody else moved meanwhile, so look again.
    private async Task<ChildClaim?> FollowAsync(Submission submission, CancellationToken cancellationToken)
    {
        var held = (await _table.GetEntityAsync<TableEntity>(submission.Child, YearKey(submission), cancellationToken: cancellationToken)).Value;
        var generation = held.GetInt32("Generation")!.Value;
        var owner = ApplicationId.Parse(held.GetString("ApplicationId"));
        var isSame = owner == submission.IdOf(generation, index);
        var stored = await applications.FindAsync(owner, cancellationToken);
        if (stored is not null && !IsDead(stored.Application.Status))
            return isSame ? new ChildClaim.Standing(stored) : new ChildClaim.Refused(FaultCode.ChildAlreadyApplied);
        if (stored is null && !await applications.IsAbandonedAsync(owner, cancellationToken))
        {
            if (isSame)
                return new ChildClaim.Granted(owner);
            if (clock.GetUtcNow() - held.GetDateTimeOffset("ClaimedAt") < InFlight)
                return new ChildClaim.Refused(FaultCode.SubmissionInFlight);
            if (!await applications.AbandonAsync(owner, cancellationToken))
                return null;
        }
        return await _table.TryReplaceAsync(Row(submission, generation + 1), held.ETag, cancellationToken)
            ? new ChildClaim.Granted(submission.IdOf(generation + 1, index))
            : null;
    }

    private static bool IsDead(ApplicationStatus status) =>
        status is ApplicationStatus.Withdrawn or ApplicationStatus.Voided or ApplicationStatus.Transferred;

    private static string YearKey(Submission submission) => submission.Form.IntakeYear.ToString(CultureInfo.InvariantCulture);

    private TableEntity Row(Submission submission, int generation) => new(submission.Child, YearKey(submission))
    {
        ["ApplicationId"] = submission.IdOf(generation, index).Value,
        ["Generation"] = generation,
        ["ClaimedAt"] = clock.GetUtcNow(),
    };
}
