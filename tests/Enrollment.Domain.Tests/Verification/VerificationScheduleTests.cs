using CsCheck;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification;

public sealed class VerificationScheduleTests
{
    private static readonly VerificationSchedule Patient = Cases.Schedule with { RedriveAtMost = TimeSpan.FromHours(1) };

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(5, 300)]
    [InlineData(6, 300)]
    [InlineData(int.MaxValue, 300)]
    public void RetryPause_AfterSoManyFailures_IsTheTablesAndThenItsLast(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Cases.Schedule.RetryPause(failures));

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 40)]
    [InlineData(7, 2560)]
    [InlineData(8, 3600)]
    [InlineData(int.MaxValue, 3600)]
    public void RedrivePause_AfterSoManyRedrives_DoublesUpToTheLongest(int redrives, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Patient.RedrivePause(redrives));

    [Fact]
    public void RedrivePause_FirstDueBeyondTheLongest_IsTheLongest() =>
        Assert.Equal(TimeSpan.FromSeconds(5), (Patient with { RedriveAtMost = TimeSpan.FromSeconds(5) }).RedrivePause(0));

    [Fact]
    public void RedrivePause_AnyTimes_IsPositiveNeverShrinksAndNeverExceedsTheLongest() =>
        Gen.Select(Gen.Int[1, 86_400], Gen.Int[1, 86_400], Gen.Int[0, 100]).Sample((firstDue, atMost, redrives) =>
        {
            var schedule = Cases.Schedule with { FirstDue = TimeSpan.FromSeconds(firstDue), RedriveAtMost = TimeSpan.FromSeconds(atMost) };
            var pause = schedule.RedrivePause(redrives);
            return pause > TimeSpan.Zero && pause <= schedule.RedriveAtMost && pause <= schedule.RedrivePause(redrives + 1);
        });
}
