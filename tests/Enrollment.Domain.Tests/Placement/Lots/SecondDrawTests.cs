using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Lots;

public sealed class SecondDrawTests
{
    private static readonly string[] Teams = ["t1", "t2", "t3", "t4"];

    [Fact]
    public void Numbers_EqualGroups_TakeEveryOrderEquallyOften()
    {
        var list = Lists.Of([2, 2, 2, 2], "M", "F", "M", "F");
        var times = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var n = 0; n < 24 * 100; n++)
            Count(times, SecondDraw.Numbers(list, [1, 2, 3, 4], Lists.Seed(n))!);

        Assert.Equal(24, times.Count);
        ChiSquare.AssertUniform("numbers", times.Values);
    }

    [Fact]
    public void Numbers_ClassesOfUnequalRoom_GoToGroupsTheyHold()
    {
        var list = Lists.Of([1, 3, 2, 3], "M", "F", "M", "F", "M", "F", "M", "F");
        var times = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var n = 0; n < 4 * 100; n++)
            Count(times, SecondDraw.Numbers(list, [1, 1, 1, 2, 2, 3, 3, 4], Lists.Seed(n))!);

        // The three take class 2 or 4, the next two what is left of 2, 3 and 4, the one class 1.
        Assert.Equal(["2 3 4 1", "2 4 3 1", "4 2 3 1", "4 3 2 1"], times.Keys.Order(StringComparer.Ordinal));
        ChiSquare.AssertUniform("numbers", times.Values);
    }

    [Fact]
    public void Numbers_AGroupNoClassHolds_GivesNothing() =>
        Assert.Null(SecondDraw.Numbers(Lists.Of([1, 2], "M", "F", "M"), [1, 1, 1], Lists.Seed(1)));

    [Fact]
    public void Teams_TwoBarred_TakeEveryOrderThatIsLeftEquallyOften()
    {
        var list = Lists.Of([1, 1, 1, 1], "M", "F", "M", "F");
        list = list with { Teams = Teams, Barred = [new BarredTeam("t1", list.Rows[0].Row), new BarredTeam("t2", list.Rows[1].Row)] };
        var times = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var n = 0; n < 14 * 100; n++)
        {
            var teams = SecondDraw.Teams(list, [1, 2, 3, 4], [1, 2, 3, 4], Lists.Seed(n))!;
            Assert.NotEqual("t1", teams[0]);
            Assert.NotEqual("t2", teams[1]);
            Count(times, teams);
        }

        Assert.Equal(14, times.Count);
        ChiSquare.AssertUniform("teams", times.Values);
    }

    [Fact]
    public void Teams_BarredEverywhere_GivesNothing()
    {
        var list = Lists.Of([1, 1], "M", "F");
        list = list with { Teams = ["t1", "t2"], Barred = [new BarredTeam("t1", list.Rows[0].Row), new BarredTeam("t1", list.Rows[1].Row)] };

        Assert.Null(SecondDraw.Teams(list, [1, 2], [1, 2], Lists.Seed(1)));
    }

    private static void Count<T>(Dictionary<string, int> times, IEnumerable<T> outcome)
    {
        var key = string.Join(' ', outcome);
        times[key] = times.GetValueOrDefault(key) + 1;
    }
}
