using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Domain.Tests.Admission.Coordination;

public sealed class CoordinatedPlacementTests
{
    [Fact]
    public void Solve_TheExampleOfTheDocs_IsAsTold()
    {
        var example = Problems.Of([2, 1, 4], "3 400 700 900", "2 300 800 600", "1 500 x 1000");

        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(example));

        Assert.Equal([new(0, 0, 2), new(0, 1, 1), new(1, 2, 2), new(2, 2, 1)], placed.Flow.Shares);
        Assert.Equal(3700, placed.TotalMeters);
        Assert.Equal([500, 200, 0], placed.Prices.Schools);
        Assert.Equal([900, 600, 1000], placed.Prices.Areas);
    }

    [Fact]
    public void Solve_NobodyToSeat_IsPlacedWithNothing()
    {
        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(new CoordinationProblem([], [], [])));

        Assert.Empty(placed.Flow.Shares);
        Assert.Equal(0, placed.TotalMeters);
    }

    [Fact]
    public void Solve_ChildrenAndNoSchool_IsShortOfThemAll()
    {
        var shortage = Assert.IsType<CoordinationOutcome.SeatsShort>(CoordinatedPlacement.Solve(new CoordinationProblem([2, 0, 3], [], [[], [], []])));

        Assert.Equal(5, shortage.Missing);
        Assert.Equal([0, 2], shortage.Areas);
        Assert.Empty(shortage.Schools);
    }

    [Fact]
    public void Solve_ASeatTakenByOneWhoCanMoveOn_MovesHim()
    {
        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(Problems.Of([1, 1], "1 100 150", "1 200 x")));

        Assert.Equal([new(0, 1, 1), new(1, 0, 1)], placed.Flow.Shares);
        Assert.Equal(350, placed.TotalMeters);
    }

    [Fact]
    public void Solve_EqualSums_GivesTheFirstAreaItsShortestWalks()
    {
        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(Problems.Of([2, 2], "2 300 200", "2 300 200")));

        Assert.Equal([new(0, 1, 2), new(1, 0, 2)], placed.Flow.Shares);
    }

    [Fact]
    public void Solve_EqualWalks_GivesTheFirstAreaTheSchoolNamedFirst()
    {
        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(Problems.Of([2, 2, 9], "3 200 200 200", "3 200 200 200")));

        Assert.Equal([new(0, 0, 2), new(0, 1, 1), new(1, 1, 1), new(1, 2, 2)], placed.Flow.Shares);
    }

    [Fact]
    public void Solve_EqualSumsOverAFreeSeatElsewhere_GivesTheFirstAreaItsShortestWalk()
    {
        // The third area displaces the first or the second; the free seat is then at the third school or the fourth.
        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(
            Problems.Of([1, 1, 1, 1], "1 100 x 150 x", "1 x 100 x 150", "1 100 100 x x")));

        Assert.Equal([new(0, 0, 1), new(1, 3, 1), new(2, 1, 1)], placed.Flow.Shares);
    }

    [Fact]
    public void Solve_TheLargestNumbersThereAre_IsExact()
    {
        const int Most = int.MaxValue;
        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(Problems.Of([Most, Most, 1], $"{Most - 1} {Most} x {Most}", $"1 0 {Most} {Most}")));

        Assert.Equal((long)Most * (Most - 1), placed.TotalMeters);
    }

    [Fact]
    public void Problem_Malformed_IsABugOfTheCaller()
    {
        Assert.Throws<ArgumentException>(() => new CoordinationProblem([-1], [1], [[0]]));
        Assert.Throws<ArgumentException>(() => new CoordinationProblem([int.MaxValue, 1], [1], [[0], [0]]));
        Assert.Throws<ArgumentException>(() => new CoordinationProblem([1], [-1], [[0]]));
        Assert.Throws<ArgumentException>(() => new CoordinationProblem([1], [1], [[-1]]));
        Assert.Throws<ArgumentException>(() => new CoordinationProblem([1], [1], []));
        Assert.Throws<ArgumentException>(() => new CoordinationProblem([1], [1, 1], [[0]]));
    }
}
