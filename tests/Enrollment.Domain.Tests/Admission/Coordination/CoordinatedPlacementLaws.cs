using CsCheck;
using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Domain.Tests.Admission.Coordination;

public sealed class CoordinatedPlacementLaws
{
    [Fact]
    public void Solve_TinyProblems_IsTheCheapestOfAllAndAmongThoseTheOneTheTieBreakNames() => Gen.OneOf(Problems.Tiny, Problems.Wide).Sample(problem =>
    {
        var every = EveryPlacement.Of(problem);

        var outcome = CoordinatedPlacement.Solve(problem);

        Assert.Equal(every.Count == 0, outcome is CoordinationOutcome.SeatsShort);
        if (outcome is not CoordinationOutcome.Placed placed)
            return;
        var least = every.Min(flow => Problems.Meters(problem, flow));
        var named = every.Where(flow => Problems.Meters(problem, flow) == least).MaxBy(flow => EveryPlacement.Preference(problem, flow), InOrder.Instance)!;
        Assert.Equal(least, placed.TotalMeters);
        Assert.Equal(named.Shares, placed.Flow.Shares);
    }, iter: 5_000, print: Problems.Print);

    [Fact]
    public void Solve_TinyProblemsWithTooFewSeats_NamesTheLargestShortfallByTheFewestAreas() => Problems.Tiny.Sample(problem =>
    {
        if (CoordinatedPlacement.Solve(problem) is not CoordinationOutcome.SeatsShort shortage)
            return;
        var (missing, areas) = EveryPlacement.Shortfall(problem);
        Assert.Equal(missing, shortage.Missing);
        Assert.Equal(areas, shortage.Areas);
        Assert.True(CoordinationCertificate.Holds(problem, shortage));
    }, iter: 5_000, print: Problems.Print);

    [Fact]
    public void Solve_AnyProblem_IsShortExactlyWhereOneByOneNotAllFindASeat() => Problems.Middle.Sample(problem =>
    {
        var unseated = problem.Children.Sum() - OneByOne.Seats(problem);

        var outcome = CoordinatedPlacement.Solve(problem);

        Assert.Equal(unseated, outcome is CoordinationOutcome.SeatsShort shortage ? shortage.Missing : 0);
    }, iter: 1_000, print: Problems.Print);

    [Fact]
    public void Solve_AnyProblem_PricesASchoolAtWhatOneMoreSeatWouldSave() => Problems.Middle.Sample(problem =>
    {
        if (CoordinatedPlacement.Solve(problem) is not CoordinationOutcome.Placed placed)
            return;
        for (var school = 0; school < problem.Seats.Count; school++)
        {
            var more = new CoordinationProblem(problem.Children, [.. problem.Seats.Select((seats, at) => at == school ? seats + 1 : seats)], problem.Meters);
            Assert.Equal(placed.TotalMeters - Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(more)).TotalMeters, placed.Prices.Schools[school]);
        }
    }, iter: 500, print: Problems.Print);

    [Fact]
    public void Solve_AreasAndSchoolsInAnotherOrder_HasTheSameSumAndPricesAndAFlowTheOldPricesProve() => Gen.Select(Problems.Middle, Gen.Int).Sample((problem, seed) =>
    {
        var (areas, schools) = (Order(problem.Children.Count, seed), Order(problem.Seats.Count, ~seed));
        var other = new CoordinationProblem(
            [.. areas.Select(area => problem.Children[area])], [.. schools.Select(school => problem.Seats[school])],
            [.. areas.Select(area => (IReadOnlyList<int?>)[.. schools.Select(school => problem.Meters[area][school])])]);

        var (before, after) = (CoordinatedPlacement.Solve(problem), CoordinatedPlacement.Solve(other));

        if (before is CoordinationOutcome.SeatsShort shortage)
        {
            var moved = Assert.IsType<CoordinationOutcome.SeatsShort>(after);
            Assert.Equal(shortage.Areas, moved.Areas.Select(area => areas[area]).Order());
            Assert.Equal(shortage.Schools, moved.Schools.Select(school => schools[school]).Order());
            return;
        }
        var (old, placed) = ((CoordinationOutcome.Placed)before, Assert.IsType<CoordinationOutcome.Placed>(after));
        var flow = new CoordinationFlow([.. placed.Flow.Shares.Select(share => new CoordinationShare(areas[share.Area], schools[share.School], share.Children))]);
        Assert.Equal(old.TotalMeters, placed.TotalMeters);
        Assert.Equal(areas.Select(area => old.Prices.Areas[area]), placed.Prices.Areas);
        Assert.Equal(schools.Select(school => old.Prices.Schools[school]), placed.Prices.Schools);
        Assert.True(CoordinationCertificate.Holds(problem, flow, old.Prices));
    }, iter: 2_000);

    private static int[] Order(int count, int seed) => [.. Enumerable.Range(0, count).OrderBy(i => (uint)((i + 1) * 2654435761L * ((uint)seed | 1L) >> 7))];
}
