using Enrollment.LocalHost.Timers;

namespace Enrollment.Functions.Tests.LocalHost.Timers;

public sealed class TimerScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("*/30 * * * * *", "2026-07-01T12:00:30Z")]
    [InlineData("0 */5 * * * *", "2026-07-01T12:05:00Z")]
    [InlineData("0 30 2 * * *", "2026-07-02T02:30:00Z")]
    [InlineData("0 0 0 * * 1", "2026-07-06T00:00:00Z")]
    [InlineData("30 2 * * *", "2026-07-02T02:30:00Z")]
    public void NextAfter_Schedule_IsInUtc(string schedule, string next)
    {
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), TimerSchedule.Parse(schedule).NextAfter(Noon));
    }

    [Fact]
    public void NextAfter_InstantWithAnOffset_CountsInUtc()
    {
        var sameInstant = Noon.ToOffset(TimeSpan.FromHours(8));

        Assert.Equal(Noon.AddMinutes(1), TimerSchedule.Parse("0 * * * * *").NextAfter(sameInstant));
    }

    [Theory]
    [InlineData("every minute")]
    [InlineData("00:05:00")]
    [InlineData("0 61 * * * *")]
    public void Parse_NotNcrontab_IsRefused(string schedule)
    {
        Assert.Throws<InvalidOperationException>(() => TimerSchedule.Parse(schedule));
    }
}
