using CsCheck;
using Enrollment.Domain.Admission.Allocation;

namespace Enrollment.Domain.Tests.Admission.Allocation;

public sealed class DeferredAcceptanceTests
{
    private const int Markets = 3_000;

    private static readonly Gen<Market> Small = MarketOf(Gen.Const(1), isShared: false);
    private static readonly Gen<Market> Shared = MarketOf(Gen.Const(1), isShared: true);
    private static readonly Gen<Market> WithBundles = MarketOf(Gen.Int[1, 3], isShared: false);

    [Fact]
    public void Match_AnySmallMarket_IsWhatNoStableMatchingBeatsForAnybody() => Small.Sample(market =>
    {
        var stable = EveryMatching(market).Where(schools => IsStable(market, schools)).ToArray();

        var schools = DeferredAcceptance.Match(market);

        Assert.Contains(stable, other => other.SequenceEqual(schools));
        Assert.All(stable, other => Assert.All(Enumerable.Range(0, schools.Length), a => Assert.True(RankOf(market, a, schools[a]) <= RankOf(market, a, other[a]))));
    }, iter: Markets);

    [Fact]
    public void Match_WithBundles_IsStable() => WithBundles.Sample(market => Assert.True(IsStable(market, DeferredAcceptance.Match(market))), iter: Markets);

    [Fact]
    public void Match_WhoeverIsTriedFirst_IsTheSame() => Gen.Select(WithBundles, Gen.Int[0, 999]).Sample((market, turn) =>
    {
        int[] order = [.. Enumerable.Range(0, market.Weights.Length).OrderBy(a => (a + 1) * 7919 % 101 * (turn + 1) % 97)];

        var (schools, others) = (DeferredAcceptance.Match(market), DeferredAcceptance.Match(InOrder(market, order)));

        Assert.Equal(order.Select(a => schools[a]), others);
    }, iter: Markets);

    /// <summary>With one order at all schools nobody gains by any other ranking, shortened or reversed: telling the truth is safe.</summary>
    [Fact]
    public void Match_OneSharedOrder_RewardsNoMisreport() => Shared.Sample(market =>
    {
        var honest = DeferredAcceptance.Match(market);
        for (var a = 0; a < honest.Length; a++)
        {
            foreach (var lie in EveryRanking(market.Seats.Length))
            {
                var got = DeferredAcceptance.Match(WithRanking(market, a, lie))[a];
                Assert.True(RankOf(market, a, honest[a]) <= RankOf(market, a, got), $"applicant {a} gains by {string.Join(' ', lie)}");
            }
        }
    }, iter: Markets / 10);

    private static Gen<Market> MarketOf(Gen<int> weight, bool isShared) =>
        from schools in Gen.Int[1, 3]
        from applicants in Gen.Int[0, 5]
        from seats in Gen.Int[0, 3].Array[schools]
        from isByDate in Gen.Bool.Array[schools]
        from weights in weight.Array[applicants]
        from lots in Gen.Int[0, 1 << 20].Array[applicants]
        from dates in Gen.Int[0, 2].Array[applicants]
        from rankings in Gen.Int[0, 999].Array[applicants]
        let wanted = rankings.Select(ranking => EveryRanking(schools)[ranking % EveryRanking(schools).Length]).ToArray()
        let byLot = lots.Select((lot, a) => (long)lot * 8 + a).ToArray()
        select new Market([.. Starts(wanted)], [.. wanted.SelectMany(ranking => ranking)], weights, byLot,
            isShared ? byLot : [.. byLot.Select((lot, a) => lot + ((long)dates[a] << 40))], seats, isByDate);

    private static List<int> Starts(int[][] wanted) => wanted.Aggregate(new List<int> { 0 }, (starts, ranking) => [.. starts, starts[^1] + ranking.Length]);

    private static int[][] EveryRanking(int schools)
    {
        IEnumerable<int[]> rankings = [[]];
        for (var length = 0; length < schools; length++)
            rankings = [.. rankings, .. rankings.SelectMany(ranking => Enumerable.Range(0, schools).Except(ranking).Select(s => (int[])[.. ranking, s]))];
        return [.. rankings.DistinctBy(ranking => string.Join(' ', ranking))];
    }

    private static IEnumerable<int[]> EveryMatching(Market market)
    {
        IEnumerable<int[]> matchings = [[]];
        for (var a = 0; a < market.Weights.Length; a++)
            matchings = matchings.SelectMany(matching => market.Wanted[market.Start[a]..market.Start[a + 1]].Append(-1).Select(s => (int[])[.. matching, s])).ToArray();
        return matchings;
    }

    /// <summary>From the words alone: every place is taken by the front of the order, and nobody would rather be where there is room before them.</summary>
    private static bool IsStable(Market market, int[] schools)
    {
        for (var a = 0; a < schools.Length; a++)
        {
            if (schools[a] >= 0 && TakenBefore(market, schools, a, schools[a]) >= market.Seats[schools[a]])
                return false;
            foreach (var better in market.Wanted[market.Start[a]..market.Start[a + 1]].TakeWhile(s => s != schools[a]))
            {
                if (TakenBefore(market, schools, a, better) < market.Seats[better])
                    return false;
            }
        }
        return true;
    }

    private static int TakenBefore(Market market, int[] schools, int applicant, int school) =>
        Enumerable.Range(0, schools.Length).Where(a => schools[a] == school && Key(market, a, school) < Key(market, applicant, school)).Sum(a => market.Weights[a]);

    private static long Key(Market market, int applicant, int school) => market.IsByDate[school] ? market.ByDate[applicant] : market.ByLot[applicant];

    private static int RankOf(Market market, int applicant, int school)
    {
        var ranking = market.Wanted[market.Start[applicant]..market.Start[applicant + 1]];
        return Array.IndexOf(ranking, school) is >= 0 and var rank ? rank : ranking.Length;
    }

    private static Market InOrder(Market market, int[] order)
    {
        var wanted = order.Select(a => market.Wanted[market.Start[a]..market.Start[a + 1]]).ToArray();
        return market with
        {
            Start = [.. Starts(wanted)],
            Wanted = [.. wanted.SelectMany(ranking => ranking)],
            Weights = [.. order.Select(a => market.Weights[a])],
            ByLot = [.. order.Select(a => market.ByLot[a])],
            ByDate = [.. order.Select(a => market.ByDate[a])],
        };
    }

    private static Market WithRanking(Market market, int applicant, int[] ranking)
    {
        var wanted = Enumerable.Range(0, market.Weights.Length).Select(a => a == applicant ? ranking : market.Wanted[market.Start[a]..market.Start[a + 1]]).ToArray();
        return market with { Start = [.. Starts(wanted)], Wanted = [.. wanted.SelectMany(r => r)] };
    }
}
