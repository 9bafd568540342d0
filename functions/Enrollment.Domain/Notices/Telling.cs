using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Notices;

/// <summary>A change together with what leaves the service because of it.</summary>
/// <param name="Change">The change, with the application due when the first notice is.</param>
/// <param name="Deliveries">What goes out; stored in the same transaction.</param>
/// <param name="Now">True when one of them may go at once.</param>
public sealed record Told(Change Change, IReadOnlyList<NoticeDelivery> Deliveries, bool Now);

/// <summary>What parents are told of, beside what stands in their inbox.</summary>
public static class Telling
{
    /// <summary>Works out what leaves the service because of a change: one message at the most, for whoever gets three reads none.</summary>
    /// <param name="change">What was decided.</param>
    /// <param name="eventsBefore">How many events the application has had.</param>
    /// <param name="schedule">The times.</param>
    /// <param name="now">When.</param>
    public static Told Decide(Change change, int eventsBefore, VerificationSchedule schedule, DateTimeOffset now)
    {
        var heard = Heard(change);
        var outgoing = NoticeRules.Of(heard, eventsBefore)
            .Where(notice => schedule.Notices.ChannelOf(notice.Kind) is not null)
            .Select(notice => new NoticeDelivery(notice, schedule.Notices.ChannelOf(notice.Kind)!.Value, new DeliveryState.Pending(now)))
            .OrderByDescending(delivery => delivery.Channel is NoticeChannel.Call).ThenBy(delivery => delivery.Notice.Event).FirstOrDefault();
        if (outgoing is null)
            return new Told(heard, [], Now: false);
        var due = outgoing.DueAt(schedule.Notices)!.Value;
        // Sent at once, it is looked at again when the message must have been lost.
        var look = due > now ? due : now + schedule.FirstDue;
        var after = heard.After with { NoticesDueAt = heard.After.NoticesDueAt < look ? heard.After.NoticesDueAt : look };
        return new Told(heard with { After = after }, [outgoing], Now: due <= now);
    }

    /// <summary>Records what came of deliveries: when to look again, and whom nobody could reach.</summary>
    /// <param name="application">The application.</param>
    /// <param name="before">Its deliveries as they were.</param>
    /// <param name="after">The same, as they are now.</param>
    /// <param name="schedule">The times.</param>
    /// <param name="now">When.</param>
    public static Change Delivered(Application application, IReadOnlyList<NoticeDelivery> before, IReadOnlyList<NoticeDelivery> after, NoticeSchedule schedule,
        DateTimeOffset now)
    {
        var next = application with { NoticesDueAt = after.Min(delivery => delivery.DueAt(schedule)) };
        var isGivenUp = before.Zip(after).Any(pair => pair is { First.State: not DeliveryState.GaveUp, Second.State: DeliveryState.GaveUp });
        return isGivenUp
            ? new Change(next with { UnreachedSince = application.UnreachedSince ?? now, UpdatedAt = now }, [new ApplicationEvent(ApplicationEventKind.ParentNotReached, now, Actor.Service)])
            : new Change(next, []);
    }

    /// <summary>A member of staff told the parent by phone; null when nobody is waiting for a call.</summary>
    public static Change? Called(Application application, string by, DateTimeOffset now) => application.UnreachedSince is null
        ? null
        : new Change(application with { UnreachedSince = null, UpdatedAt = now },
            [new ApplicationEvent(ApplicationEventKind.ParentCalled, now, Actor.Staff) { Act = new StaffAct(by, Reason: null, Rule: null, Note: null) }]);

    // Who acts has been reached.
    private static Change Heard(Change change) => change.After.UnreachedSince is not null && change.Events.Any(happened => happened.By is Actor.Parent)
        ? change with { After = change.After with { UnreachedSince = null } }
        : change;
}
