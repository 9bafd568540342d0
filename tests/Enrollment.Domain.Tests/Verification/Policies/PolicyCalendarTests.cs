using System.Globalization;
using CsCheck;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Tests.Verification.Policies;

public sealed class PolicyCalendarTests
{
    private static readonly PolicyCalendar Calendar = TestData.Policy.Calendar;
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 364].Select(TestData.Date("2026-01-01").AddDays);
    private static readonly Gen<CategoryCode> AnyCategory = Gen.OneOf(Enum.GetValues<CategoryCode>());

    private static readonly Gen<Deadline> AnyDeadline =
        Gen.Select(Gen.Int[1, 60], Gen.OneOf(Enum.GetValues<DeadlineUnit>())).Select((count, unit) => new Deadline(count, unit, "[OWN]"));

    [Theory]
    [InlineData(CategoryCode.ConsistentResident, "2026-06-30", WindowState.NotYetOpen)]
    [InlineData(CategoryCode.ConsistentResident, "2026-07-01", WindowState.Open)]
    [InlineData(CategoryCode.ConsistentResident, "2026-07-04", WindowState.Open)]
    [InlineData(CategoryCode.ConsistentResident, "2026-07-05", WindowState.BetweenWindowAndLate)]
    [InlineData(CategoryCode.MigrantChild, "2026-07-04", WindowState.NotYetOpen)]
    [InlineData(CategoryCode.MigrantChild, "2026-07-05", WindowState.Open)]
    [InlineData(CategoryCode.MigrantChild, "2026-07-06", WindowState.Open)]
    [InlineData(CategoryCode.MigrantChild, "2026-07-08", WindowState.LateRegistration)]
    [InlineData(CategoryCode.MigrantChild, "2026-08-31", WindowState.LateRegistration)]
    [InlineData(CategoryCode.MigrantChild, "2026-09-01", WindowState.Over)]
    public void StateOn_TheEdgesOfTheSeason_AreInclusive(CategoryCode category, string day, WindowState expected) =>
        Assert.Equal(expected, Calendar.StateOn(category, TestData.Date(day)));

    /// <summary>The machines run on UTC: the evening of 30 June there is the morning of 1 July in Beijing.</summary>
    [Theory]
    [InlineData("2026-06-30T15:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T16:00:00Z", "2026-07-01")]
    [InlineData("2026-07-01T00:00:00+08:00", "2026-07-01")]
    [InlineData("2026-06-30T23:59:59-07:00", "2026-07-01")]
    [InlineData("2026-07-04T23:59:59.9999999+08:00", "2026-07-04")]
    public void BureauDay_IsBeijings(string at, string expected) =>
        Assert.Equal(TestData.Date(expected), BureauDay.Of(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)));

    [Fact]
    public void BureauDay_BeginsAndEndsWithItself() => AnyDay.Sample(day =>
        BureauDay.Of(BureauDay.StartOf(day)) == day && BureauDay.Of(BureauDay.StartOf(day).AddTicks(-1)) == day.AddDays(-1)
        && BureauDay.Of(BureauDay.StartOf(day).ToUniversalTime()) == day);

    [Fact]
    public void StateOn_ALaterDay_IsNeverAnEarlierState() => Gen.Select(AnyCategory, AnyDay, AnyDay).Sample((category, one, other) =>
        (one <= other) == (Calendar.StateOn(category, one) <= Calendar.StateOn(category, other)) || Calendar.StateOn(category, one) == Calendar.StateOn(category, other));

    [Fact]
    public void StateOn_Open_IsWhatTheWindowHolds() => Gen.Select(AnyCategory, AnyDay).Sample((category, day) =>
        (Calendar.StateOn(category, day) is WindowState.Open) == Calendar.WindowOf(category).Days.Contains(day));

    [Theory]
    [InlineData("2026-07-01", 3, DeadlineUnit.WorkingDays, "2026-07-06")]
    [InlineData("2026-07-03", 1, DeadlineUnit.WorkingDays, "2026-07-06")]
    [InlineData("2026-07-04", 1, DeadlineUnit.WorkingDays, "2026-07-06")]
    [InlineData("2026-07-05", 3, DeadlineUnit.WorkingDays, "2026-07-08")]
    [InlineData("2026-07-31", 60, DeadlineUnit.Days, "2026-09-29")]
    [InlineData("2026-08-31", 6, DeadlineUnit.Months, "2027-02-28")]
    public void LastDay_OfADeadline_CountsFromTheNextDay(string given, int count, DeadlineUnit unit, string expected) =>
        Assert.Equal(TestData.Date(expected), Calendar.LastDay(new Deadline(count, unit, "[OWN]"), TestData.Date(given)));

    [Fact]
    public void LastDay_HolidayAndWorkedSaturday_AreCountedAsTheBureauWorks()
    {
        var calendar = Calendar with { Holidays = [TestData.Date("2026-07-06")], WorkingWeekends = [TestData.Date("2026-07-11")] };

        Assert.Equal(TestData.Date("2026-07-07"), calendar.LastDay(new Deadline(1, DeadlineUnit.WorkingDays, "[OWN]"), TestData.Date("2026-07-03")));
        Assert.Equal(TestData.Date("2026-07-11"), calendar.LastDay(new Deadline(5, DeadlineUnit.WorkingDays, "[OWN]"), TestData.Date("2026-07-03")));
    }

    [Fact]
    public void LastDay_GivenLaterOrLonger_NeverEndsEarlier() => Gen.Select(AnyDeadline, AnyDay, Gen.Int[0, 40]).Sample((deadline, given, more) =>
        Calendar.LastDay(deadline, given) > given
        && Calendar.LastDay(deadline, given) <= Calendar.LastDay(deadline, given.AddDays(more))
        && Calendar.LastDay(deadline, given) <= Calendar.LastDay(deadline with { Count = deadline.Count + more }, given));

    [Fact]
    public void LastDay_InWorkingDays_IsAWorkingDayWithThatManyOnTheWay() => Gen.Select(Gen.Int[1, 60], AnyDay).Sample((count, given) =>
    {
        var last = Calendar.LastDay(new Deadline(count, DeadlineUnit.WorkingDays, "[OWN]"), given);
        return Calendar.IsWorkingDay(last) && Enumerable.Range(1, last.DayNumber - given.DayNumber).Count(i => Calendar.IsWorkingDay(given.AddDays(i))) == count;
    });
}
