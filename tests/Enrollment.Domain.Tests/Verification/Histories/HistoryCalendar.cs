namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>The bureau's days in numbers: day 0 is Wednesday, 1 July 2026; the histories begin at nine in the morning, Beijing time.</summary>
internal static class HistoryCalendar
{
    private const long DayLength = 86_400;
    private const long Opening = 9 * 3600;

    public static int Day(long seconds) => (int)((seconds + Opening) / DayLength);

    /// <summary>The moment after the last of so many working days that follow a day.</summary>
    public static long AfterWorkingDays(int day, int count) => ((LastOf(day, count) + 1L) * DayLength) - Opening;

    public static int LastOf(int day, int count)
    {
        for (var left = count; left > 0; left -= IsWorked(day) ? 1 : 0)
            day++;
        return day;
    }

    /// <summary>The working days on which anybody kept the family waiting, each once.</summary>
    public static int LateDays(IEnumerable<HistoryClerk> clerks, long now) => clerks.Where(clerk => clerk.Delay is not null).SelectMany(clerk =>
    {
        var (from, until) = (Day(clerk.Delay!.Value.From), Day(clerk.Delay.Value.Until == 0 ? now : clerk.Delay.Value.Until));
        return Enumerable.Range(from, until - from + 1);
    }).Distinct().Count(IsWorked);

    private static bool IsWorked(int day)
    {
        var date = new DateOnly(2026, 7, 1).AddDays(day);
        var (off, worked) = (TestData.Policy.Calendar.Holidays, TestData.Policy.Calendar.WorkingWeekends);
        return ((day + 3) % 7) is 6 or 0 ? worked.Contains(date) : !off.Contains(date);
    }
}
