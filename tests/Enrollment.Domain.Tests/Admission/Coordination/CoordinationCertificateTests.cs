using CsCheck;
using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Domain.Tests.Admission.Coordination;

public sealed class CoordinationCertificateTests
{
    private static readonly CoordinationProblem Three = Problems.Of([2, 2, 3], "3 400 700 900", "2 300 800 600", "1 500 x 1000");

    [Fact]
    public void Holds_EveryPlacementOfATinyProblem_ExactlyForTheCheapest() => Problems.Tiny.Sample(problem =>
    {
        if (CoordinatedPlacement.Solve(problem) is not CoordinationOutcome.Placed placed)
            return;
        foreach (var flow in EveryPlacement.Of(problem))
            Assert.Equal(Problems.Meters(problem, flow) == placed.TotalMeters, CoordinationCertificate.Holds(problem, flow, placed.Prices));
    }, iter: 2_000, print: Problems.Print);

    [Fact]
    public void Holds_AnySolvedProblem_AcceptsItAndNoMoveThatCostsMore() => Gen.Select(Problems.Middle, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((problem, pick, to) =>
    {
        if (CoordinatedPlacement.Solve(problem) is not CoordinationOutcome.Placed placed)
            return;
        Assert.True(CoordinationCertificate.Holds(problem, placed.Flow, placed.Prices));
        if (placed.Flow.Shares.Count == 0)
            return;
        var moved = MoveOne(placed.Flow, placed.Flow.Shares[pick % placed.Flow.Shares.Count], to % problem.Seats.Count);
        var isPlacement = moved.Shares.All(share => problem.Meters[share.Area][share.School] is not null)
            && Enumerable.Range(0, problem.Seats.Count).All(school => Problems.FreeSeats(problem, moved, school) >= 0);
        Assert.Equal(isPlacement && Problems.Meters(problem, moved) == placed.TotalMeters, CoordinationCertificate.Holds(problem, moved, placed.Prices));
    }, iter: 5_000);

    [Fact]
    public void Holds_TamperedFlowOrPrices_IsFalse()
    {
        var placed = Assert.IsType<CoordinationOutcome.Placed>(CoordinatedPlacement.Solve(Three));
        var (flow, prices) = (placed.Flow, placed.Prices);

        Assert.True(CoordinationCertificate.Holds(Three, flow, prices));
        Assert.All<CoordinationFlow>(
        [
            new([]),
            new([.. flow.Shares.Skip(1)]),
            new([.. flow.Shares.Where(share => share.School != 2)]),
            new([new(0, 0, 1), new(0, 1, 1), new(0, 1, 1), .. flow.Shares.Where(share => share.Area > 0)]),
            new([.. flow.Shares, new(1, 0, 0)]),
            new([.. flow.Shares, flow.Shares[0]]),
            new([.. flow.Shares, new(0, 0, 1)]),
            new([.. flow.Shares, new(0, 1, 0)]),
            new([.. flow.Shares, new(0, 1, -1), new(0, 2, 1)]),
            new([.. flow.Shares, new(3, 0, 1)]),
            new([.. flow.Shares, new(-1, 0, 1)]),
            new([.. flow.Shares, new(0, 3, 1)]),
            new([.. flow.Shares, new(0, 1, int.MaxValue), new(1, 1, int.MaxValue), new(2, 1, 3)]),
            new([.. flow.Shares.Where(share => share.Area != 2), new(2, 1, 1)]),
        ], tampered => Assert.False(CoordinationCertificate.Holds(Three, tampered, prices)));
        Assert.All<CoordinationPrices>(
        [
            new([], []),
            prices with { Areas = [.. prices.Areas, 0] },
            prices with { Schools = [.. prices.Schools.Skip(1)] },
            prices with { Areas = [.. prices.Areas.Select(price => price + 1)] },
            prices with { Schools = [.. prices.Schools.Select(price => price + 1)], Areas = [.. prices.Areas.Select(price => price + 1)] },
            prices with { Schools = [.. prices.Schools.Select(price => price - 100)], Areas = [.. prices.Areas.Select(price => price - 100)] },
            prices with { Schools = [long.MaxValue, long.MaxValue, long.MaxValue] },
            prices with { Areas = [long.MinValue, long.MinValue, long.MinValue] },
        ], tampered => Assert.False(CoordinationCertificate.Holds(Three, flow, tampered)));
    }

    [Fact]
    public void Holds_ADearerPlacementWithPricesOfItsOwn_IsFalse()
    {
        var problem = Problems.Of([1, 1], "1 100 200");

        Assert.True(CoordinationCertificate.Holds(problem, new([new(0, 0, 1)]), new([100], [0, 0])));
        Assert.False(CoordinationCertificate.Holds(problem, new([new(0, 1, 1)]), new([200], [0, 0])));
    }

    [Fact]
    public void Holds_PricesBelowZeroThoughEverySchoolIsFull_IsFalse()
    {
        var problem = Problems.Of([1], "1 400");

        Assert.True(CoordinationCertificate.Holds(problem, new([new(0, 0, 1)]), new([400], [0])));
        Assert.False(CoordinationCertificate.Holds(problem, new([new(0, 0, 1)]), new([300], [-100])));
    }

    [Fact]
    public void Holds_PricesThatWouldWrapAroundToZero_IsFalse() =>
        Assert.False(CoordinationCertificate.Holds(Problems.Of([1], "1 400"), new([new(0, 0, 1)]), new([long.MinValue + 399], [long.MaxValue])));

    [Fact]
    public void Holds_TamperedShortage_IsFalse()
    {
        var problem = Problems.Of([2, 1, 5], "2 100 x x", "2 100 200 x", "1 x x 300");
        var shortage = Assert.IsType<CoordinationOutcome.SeatsShort>(CoordinatedPlacement.Solve(problem));

        Assert.Equal(1, shortage.Missing);
        Assert.Equal([0, 1], shortage.Areas);
        Assert.Equal([0, 1], shortage.Schools);
        Assert.True(CoordinationCertificate.Holds(problem, shortage));
        Assert.All(
        [
            shortage with { Missing = 2 },
            shortage with { Missing = 0, Areas = [], Schools = [] },
            shortage with { Missing = -2, Areas = [0], Schools = [0, 1, 1] },
            shortage with { Areas = [0, 0] },
            shortage with { Schools = [0], Missing = 2 },
            shortage with { Areas = [0, 3] },
            shortage with { Schools = [0, -1] },
            shortage with { Areas = [0, 1, 2] },
        ], tampered => Assert.False(CoordinationCertificate.Holds(problem, tampered)));
    }

    private static CoordinationFlow MoveOne(CoordinationFlow flow, CoordinationShare moved, int school) => new(
        [.. flow.Shares.Append(moved with { Children = -1 }).Append(moved with { School = school, Children = 1 })
            .GroupBy(share => (share.Area, share.School), (pair, shares) => new CoordinationShare(pair.Area, pair.School, shares.Sum(share => share.Children)))
            .Where(share => share.Children > 0)]);
}
