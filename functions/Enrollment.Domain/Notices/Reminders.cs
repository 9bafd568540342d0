using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Notices;

/// <summary>Reminds a parent who has not answered a request for correction or an offer before its deadline passes, first in writing and then by phone.</summary>
public static class Reminders
{
    /// <summary>When the next reminder is due; null when nothing waits for the parent, or all were given.</summary>
    public static DateTimeOffset? NextAt(Application application, NoticeSchedule schedule) =>
        Open(application) is { } open ? Stages(open, schedule).Select(stage => (DateTimeOffset?)stage.At).FirstOrDefault() : null;

    /// <summary>The change with a reminder added, where one is due. Of several that were missed only the last is given; none after the deadline.</summary>
    public static Change Remind(Change change, NoticeSchedule schedule, DateTimeOffset now)
    {
        if (Open(change.After) is not { } open || open.DueAt <= now)
            return change;
        var due = Stages(open, schedule).Where(stage => stage.At <= now).Select(stage => (Stage?)stage).LastOrDefault();
        if (due is not { Number: var number })
            return change;
        var isLast = number == schedule.RemindBefore.Count;
        return change.After.Status is ApplicationStatus.CorrectionRequested
            ? With(change, change.After with { Correction = change.After.Correction! with { Reminders = number } },
                isLast ? ApplicationEventKind.CorrectionLastCalled : ApplicationEventKind.CorrectionReminded, now)
            : With(change, change.After with { Offer = change.After.Offer! with { Reminders = number } },
                isLast ? ApplicationEventKind.OfferLastCalled : ApplicationEventKind.OfferReminded, now);
    }

    private static Change With(Change change, Application after, ApplicationEventKind kind, DateTimeOffset now) =>
        new(after with { UpdatedAt = now }, [.. change.Events, new ApplicationEvent(kind, now, Actor.Service)]);

    // Whoever was asked on the day itself need not be reminded of the day before.
    private static IEnumerable<Stage> Stages(Waiting open, NoticeSchedule schedule) => schedule.RemindBefore
        .Select((before, index) => new Stage(index + 1, open.DueAt - before))
        .Where(stage => stage.Number > open.Given && stage.At > open.Since);

    private static Waiting? Open(Application application) => application switch
    {
        { Status: ApplicationStatus.CorrectionRequested, Correction: { } asked } => new Waiting(asked.RequestedAt, asked.DueAt, asked.Reminders),
        { Status: ApplicationStatus.Offered, Offer: { } offer } => new Waiting(offer.OfferedAt, offer.DueAt, offer.Reminders),
        _ => null,
    };

    private readonly record struct Waiting(DateTimeOffset Since, DateTimeOffset DueAt, int Given);

    private readonly record struct Stage(int Number, DateTimeOffset At);
}
