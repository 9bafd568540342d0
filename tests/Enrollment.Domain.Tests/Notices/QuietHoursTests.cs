using CsCheck;
using Enrollment.Domain.Notices;

namespace Enrollment.Domain.Tests.Notices;

public sealed class QuietHoursTests
{
    private static readonly Gen<int> AnyMinute = Gen.Int[0, (24 * 60) - 1];

    [Theory]
    [InlineData(20, 59, 1, 20, 59)]
    [InlineData(21, 0, 2, 8, 0)]
    [InlineData(23, 59, 2, 8, 0)]
    [InlineData(0, 0, 1, 8, 0)]
    [InlineData(7, 59, 1, 8, 0)]
    [InlineData(8, 0, 1, 8, 0)]
    public void Next_FromNineToEight_IsEightInTheBureausZone(int hour, int minute, int day, int nextHour, int nextMinute) =>
        Assert.Equal(NoticeData.July(day, nextHour, nextMinute), NoticeData.Schedule.Quiet.Next(NoticeData.July(1, hour, minute).ToUniversalTime()));

    [Fact]
    public void Next_AnyHours_IsTheFirstMinuteThatIsNotQuiet() => Gen.Select(AnyMinute, AnyMinute, AnyMinute).Sample((from, until, now) =>
    {
        var quiet = new QuietHours(TimeSpan.FromMinutes(from), TimeSpan.FromMinutes(until));
        var at = NoticeData.July(10, 0) + TimeSpan.FromMinutes(now);

        var expected = 0;
        while (from != until && IsQuiet((now + expected) % (24 * 60)))
            expected++;

        return quiet.Next(at) == at + TimeSpan.FromMinutes(expected);

        // Walks from the beginning of the quiet to its end.
        bool IsQuiet(int minute)
        {
            for (var passed = from; passed != until; passed = (passed + 1) % (24 * 60))
            {
                if (passed == minute)
                    return true;
            }
            return false;
        }
    });
}
