using Enrollment.Domain.Notices;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Verification;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Notices;

/// <summary>Hands over what an application's parent is told outside the inbox: claim, commit, call, record (docs/adr/0018).</summary>
internal sealed class DeliverNotices(ApplicationStore applications, ApplicationCommits commits, NoticeStore notices, NoticeHandings handings, VerificationSteps steps)
{
    private const int Attempts = 10;

    [Function(nameof(DeliverNotices))]
    public Task RunAsync([QueueTrigger(NoticeQueues.Notices)] StepMessage message, CancellationToken cancellationToken) =>
        steps.WatchAsync(NoticeQueues.Notices, message.ApplicationId, () => DeliverAsync(message, cancellationToken), cancellationToken);

    private async Task DeliverAsync(StepMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue(nameof(DeliverNotices), message.TraceParent, NoticeQueues.Notices);
        if (await applications.FindAsync(ApplicationId.Parse(message.ApplicationId), cancellationToken) is not { } stored)
            return;
        activity?.SetTag(Tracing.Application, stored.Application.Id.Value);
        if (await handings.ClaimAsync(stored.Application, cancellationToken) is not { } claims)
            return;
        var attempted = await handings.HandAsync(stored.Application, claims.Mine, cancellationToken);
        await RecordAsync(stored, claims.Rows, attempted, cancellationToken);
    }

    private async Task RecordAsync(StoredApplication stored, IReadOnlyList<DeliveryRow> rows, IReadOnlyDictionary<string, Attempted> attempted, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            IReadOnlyList<DeliveryRow> after = [.. rows.Select(row => attempted.TryGetValue(row.Key, out var result)
                ? row with { Delivery = row.Delivery.After(result.Attempt, result.Answer, steps.Schedule.Notices, steps.Now) }
                : row)];
            var change = Telling.Delivered(stored.Application, [.. rows.Select(row => row.Delivery)], [.. after.Select(row => row.Delivery)], steps.Schedule.Notices, steps.Now);
            var changed = after.Where((row, place) => row.Delivery != rows[place].Delivery).ToList();
            if (changed.Count == 0 && change.After.NoticesDueAt == stored.Application.NoticesDueAt)
                return;
            if (await commits.TryAsync(stored, change, cancellationToken, also: [.. changed.Select(row => row.Changed())]) is not CommitOutcome.Lost lost)
                return;
            (stored, rows) = (lost.Now, await notices.DeliveriesAsync(stored.Application.Id, cancellationToken));
        }
        throw new InvalidOperationException($"Application {stored.Application.Id} changed {Attempts} times under one notice; the message is tried again.");
    }
}
