using System.Diagnostics;
using Azure.Data.Tables;
using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Review;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Applications;

/// <summary>
/// Stores a decided change together with what must stand around it: a due row armed before, a place on the work list entered before, both
/// taken away after, as is the lock on the home of a child that lost its place; and what its parent is told of it. Every change of an application
/// goes this way, so that none can forget a part of it.
/// </summary>
internal sealed class ApplicationCommits(ApplicationStore applications, VerificationSteps steps, WorkList workList, PlaceLocks locks)
{
    private const int Attempts = 10;

    /// <summary>Commits under the ETag that was read.</summary>
    /// <param name="stored">As it was read.</param>
    /// <param name="change">What was decided on it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="restated">What the parent states now, where that is the change.</param>
    /// <param name="also">What else of the application's partition changes in the same transaction.</param>
    /// <param name="armed">The due row that <see cref="ArmAsync"/> armed for it.</param>
    public async Task<CommitOutcome> TryAsync(StoredApplication stored, Change change, CancellationToken cancellationToken, ApplicationRequest? restated = null,
        IReadOnlyList<TableTransactionAction>? also = null, DueRow? armed = null)
    {
        var told = Tell(stored, change);
        var due = armed ?? await CarryAsync(stored, told.Change.After, cancellationToken);
        var seat = await workList.PrepareAsync(stored.Application, told.Change.After, cancellationToken);
        if (await applications.CommitAsync(stored, told.Change, due, cancellationToken, restated, [.. also ?? [], .. Outgoing(told)]) is not { } written)
            return await LostAsync(stored, due, cancellationToken);
        await AfterAsync(stored, due, seat, told, cancellationToken);
        return new CommitOutcome.Committed(written);
    }

    /// <summary>Decides on the freshest state and commits, until the change is stored or there is none to make.</summary>
    /// <returns>The application as it is now, and whether this call changed it.</returns>
    public async Task<(StoredApplication Now, bool IsChanged)> InsistAsync(StoredApplication stored, Func<Application, Change?> decide, CancellationToken cancellationToken, DueRow? armed = null)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (decide(stored.Application) is not { } change)
                return (stored, false);
            switch (await TryAsync(stored, change, cancellationToken, armed: armed))
            {
                case CommitOutcome.Committed committed:
                    return (committed.Written, true);
                case CommitOutcome.Lost lost:
                    (stored, armed) = (lost.Now, null);
                    break;
                default:
                    throw new InvalidOperationException("CommitOutcome is closed.");
            }
        }
        throw new InvalidOperationException($"Application {stored.Application.Id} changed {Attempts} times under one decision; the message is tried again.");
    }

    /// <summary>Arms what many changes need, in a call for each bucket: before they are committed one by one.</summary>
    /// <returns>For each change the row armed; null where the row it has carries it on, or nothing is outstanding.</returns>
    public Task<IReadOnlyList<DueRow?>> ArmAsync(IReadOnlyList<(StoredApplication Stored, Change Change)> changes, CancellationToken cancellationToken) =>
        steps.ArmAsync([.. changes.Select(pair => NeedOf(pair.Stored, Tell(pair.Stored, pair.Change).Change.After) is { } dueAt ? (pair.Change.After.Id, dueAt) : ((ApplicationId, DateTimeOffset)?)null)], cancellationToken);

    /// <summary>As <see cref="TryAsync"/>, for the sweep: the due row that brought it here is used up.</summary>
    /// <returns>False when somebody else was faster; their due row carries the application on.</returns>
    public async Task<bool> TryMoveOnAsync(StoredApplication stored, Change change, CancellationToken cancellationToken)
    {
        var told = Tell(stored, change);
        var due = told.Change.After.NextDue(steps.Schedule) is { } next ? await steps.ArmAsync(change.After.Id, next, cancellationToken) : null;
        var seat = await workList.PrepareAsync(stored.Application, told.Change.After, cancellationToken);
        if (await applications.CommitAsync(stored, told.Change, due, cancellationToken, also: [.. Outgoing(told)]) is null)
            return false;
        await AfterAsync(stored, due, seat, told, cancellationToken);
        return true;
    }

    private Told Tell(StoredApplication stored, Change change) => Telling.Decide(change, stored.Events, steps.Schedule, steps.Now);

    private static IEnumerable<TableTransactionAction> Outgoing(Told told) =>
        told.Deliveries.Select(delivery => DeliveryRow.Added(told.Change.After.Id, delivery));

    private async Task AfterAsync(StoredApplication stored, DueRow? due, WorkSeat? seat, Told told, CancellationToken cancellationToken)
    {
        Settlement.Tell(stored.Application, told.Change.After);
        if (told.Now)
            await steps.SendNoticesAsync(told.Change.After.Id, Activity.Current?.Id ?? stored.TraceParent, cancellationToken);
        if (stored.Due is { } before && before != due)
            await steps.DisarmAsync(before, cancellationToken);
        await workList.LeaveAsync(seat, cancellationToken);
        // What dies before this leaves a dead owner, who gives way to the next claim.
        if (stored.Application.HasPlace && !told.Change.After.HasPlace)
            await locks.ReleaseAsync(told.Change.After.Id, PlaceReleaseReason.NotTakenUp, cancellationToken);
    }

    // The due row stays unless nothing is outstanding any more, or something is due before it.
    private async Task<DueRow?> CarryAsync(StoredApplication stored, Application after, CancellationToken cancellationToken)
    {
        if (after.NextDue(steps.Schedule) is null)
            return null;
        return NeedOf(stored, after) is { } dueAt ? await steps.ArmAsync(after.Id, dueAt, cancellationToken) : stored.Due;
    }

    private DateTimeOffset? NeedOf(StoredApplication stored, Application after) =>
        after.NextDue(steps.Schedule) is { } next && !(stored.Due is { } due && due.DueAt <= next) ? next : null;

    private async Task<CommitOutcome> LostAsync(StoredApplication stored, DueRow? armed, CancellationToken cancellationToken)
    {
        var now = await applications.FindAsync(stored.Application.Id, cancellationToken) ?? throw new InvalidOperationException("An application is never deleted.");
        // Our own write may have landed and only its answer been lost: then the row armed is the one in use.
        if (armed is not null && armed != stored.Due && armed != now.Due)
            await steps.DisarmAsync(armed, cancellationToken);
        return new CommitOutcome.Lost(now);
    }
}

/// <summary>What came of committing a change. Closed.</summary>
internal abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <param name="Written">The application as it is stored now.</param>
    public sealed record Committed(StoredApplication Written) : CommitOutcome;

    /// <summary>Somebody else was faster, or our own write landed and its answer was lost: decide again on what is there now.</summary>
    /// <param name="Now">The application as it is stored now.</param>
    public sealed record Lost(StoredApplication Now) : CommitOutcome;
}
