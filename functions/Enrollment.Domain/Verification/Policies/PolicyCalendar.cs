namespace Enrollment.Domain.Verification.Policies;

/// <summary>The season's days. Within a window the order of arrival never matters.</summary>
/// <param name="Windows">When which category applies; every category stands in exactly one.</param>
/// <param name="Steps">The other days of the season, in order.</param>
/// <param name="Late">When those who missed their window still register.</param>
/// <param name="Holidays">Days off that are no Saturday and no Sunday.</param>
/// <param name="WorkingWeekends">Saturdays and Sundays that are worked (调休).</param>
public sealed record PolicyCalendar(IReadOnlyList<IntakeWindow> Windows, IReadOnlyList<SeasonStep> Steps, DayRange Late,
    IReadOnlyList<DateOnly> Holidays, IReadOnlyList<DateOnly> WorkingWeekends)
{
    /// <summary>A category's window.</summary>
    public IntakeWindow WindowOf(CategoryCode category) => Windows.Single(window => window.Categories.Contains(category));

    /// <summary>How the window of a category stands on a day.</summary>
    public WindowState StateOn(CategoryCode category, DateOnly day)
    {
        var days = WindowOf(category).Days;
        if (days.Contains(day))
            return WindowState.Open;
        if (day < days.First)
            return WindowState.NotYetOpen;
        return Late.Contains(day) ? WindowState.LateRegistration : day < Late.First ? WindowState.BetweenWindowAndLate : WindowState.Over;
    }

    /// <summary>True on days the bureau works.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        ? WorkingWeekends.Contains(day)
        : !Holidays.Contains(day);

    /// <summary>The last day of a deadline that begins on a day; that day itself does not count [OWN].</summary>
    public DateOnly LastDay(Deadline deadline, DateOnly given)
    {
        if (deadline.Unit is DeadlineUnit.Months)
            return given.AddMonths(deadline.Count);
        if (deadline.Unit is DeadlineUnit.Days)
            return given.AddDays(deadline.Count);
        var day = given;
        for (var left = deadline.Count; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
            day = day.AddDays(1);
        return day;
    }
}

/// <summary>A span of days, both ends included.</summary>
public sealed record DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>True on both ends and between.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>When some categories apply.</summary>
/// <param name="Id">Its id in the policy.</param>
/// <param name="Text">As a parent reads it.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Categories">Who applies in it.</param>
/// <param name="Days">When.</param>
public sealed record IntakeWindow(string Id, LocalizedText Text, string Source, IReadOnlyList<CategoryCode> Categories, DayRange Days);

/// <summary>Another step of the season.</summary>
public sealed record SeasonStep(string Id, LocalizedText Text, string Source, DayRange Days);

/// <summary>How a category's window stands on a day.</summary>
public enum WindowState
{
    /// <summary>It opens later.</summary>
    NotYetOpen,
    /// <summary>Applications are taken.</summary>
    Open,
    /// <summary>It is closed, and late registration has not begun.</summary>
    BetweenWindowAndLate,
    /// <summary>It is closed; late registration is open.</summary>
    LateRegistration,
    /// <summary>The season is over: the district places who still comes, by hand.</summary>
    Over,
}
