using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Applications;

/// <summary>
/// A department's delay is not the family's: the deadline of a correction moves by as many working days as a department kept the family waiting
/// (DOMAIN.md 2, opening 6; how much is [OWN]). A working day counts once, however many departments were late on it and however briefly.
/// </summary>
public static class DepartmentDelay
{
    /// <summary>The change with the deadline moved and the parent told, where a delay has grown since it was last made up for.</summary>
    public static Change MoveDeadline(Change change, Policy policy, DateTimeOffset now)
    {
        if (change.After is not { Status: ApplicationStatus.CorrectionRequested, Correction: { } correction } application)
            return change;
        var days = DaysOf(application.Checks, policy.Calendar, now);
        if (days <= correction.ExtendedBy)
            return change;
        var more = new Deadline(days - correction.ExtendedBy, DeadlineUnit.WorkingDays, "[OWN]");
        var lastDay = policy.Calendar.LastDay(more, correction.LastDay);
        var moved = correction with { ExtendedBy = days, LastDay = lastDay, DueAt = BureauDay.StartOf(lastDay.AddDays(1)), Reminders = 0 };
        var late = application.Checks.First(check => check.Delay is not null).Department;
        return new Change(application with { Correction = moved, UpdatedAt = now },
            [.. change.Events, new ApplicationEvent(ApplicationEventKind.DeadlineExtended, now, Actor.Service, late)]);
    }

    /// <summary>On how many working days a department kept the family waiting, as far as no earlier request made up for it.</summary>
    public static int DaysOf(IReadOnlyList<Check> checks, PolicyCalendar calendar, DateTimeOffset now) => checks
        .Where(check => check.Delay is not null).SelectMany(check => Days(check.Delay!, now)).Distinct().Count(calendar.IsWorkingDay);

    private static IEnumerable<DateOnly> Days(CheckDelay delay, DateTimeOffset now)
    {
        var last = BureauDay.Of(delay.Until ?? now);
        for (var day = BureauDay.Of(delay.From); day <= last; day = day.AddDays(1))
            yield return day;
    }
}
