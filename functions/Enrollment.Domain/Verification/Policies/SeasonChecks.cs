namespace Enrollment.Domain.Verification.Policies;

/// <summary>What no single day, deadline or paper shows.</summary>
internal static class SeasonChecks
{
    internal static void Check(Policy policy, PolicyNode root)
    {
        var calendar = policy.Calendar;
        foreach (var category in Enum.GetValues<CategoryCode>())
        {
            if (calendar.Windows.Count(window => window.Categories.Contains(category)) != 1)
                root.Fail(".calendar.windows", $"must hold {category} exactly once");
        }
        Distinct(root, ".calendar.windows", calendar.Windows.Select(window => window.Id));
        Distinct(root, ".calendar.steps", calendar.Steps.Select(step => step.Id));
        Distinct(root, ".papers", policy.Papers.Select(paper => paper.Id));
        Distinct(root, ".reasons", policy.Reasons.Select(reason => reason.Id));
        foreach (var use in Enum.GetValues<ReasonUse>().Where(use => !policy.Reasons.Any(reason => reason.Uses.Contains(use))))
            root.Fail(".reasons", $"lacks one for {use}");
        var days = calendar.Windows.Select(window => window.Days).Concat(calendar.Steps.Select(step => step.Days)).Append(calendar.Late);
        if (days.Any(range => range.First.Year != policy.IntakeYear || range.Last.Year != policy.IntakeYear))
            root.Fail(".calendar", "must lie in the intake year");
        if (calendar.Windows.Any(window => window.Days.Last >= calendar.Late.First))
            root.Fail(".calendar.late.first", "must be after every window");
        if (calendar.Holidays.Any(IsWeekend))
            root.Fail(".calendar.holidays", "are days that would be worked otherwise");
        if (!calendar.WorkingWeekends.All(IsWeekend))
            root.Fail(".calendar.workingWeekends", "are Saturdays and Sundays");
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static void Distinct(PolicyNode root, string below, IEnumerable<string> ids)
    {
        foreach (var id in ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            root.Fail(below, $"holds {id.Key} twice");
    }
}
