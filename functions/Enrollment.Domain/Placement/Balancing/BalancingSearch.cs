using System.Globalization;
using System.Numerics;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>
/// Improves a lot until the classes are alike: every epoch the groups meet in random pairs, and each pair is split again. Whole numbers only, work
/// counted and never timed, every pair with chance of its own: the same result on every machine and for every number of threads.
/// </summary>
public sealed class BalancingSearch
{
    // Above this the numbers of a visit might not fit 32 bits.
    private const double MostPull = 1 << 29;
    private const int StrongestKick = 20;

    private readonly int[] _kinds;
    private readonly int _groups;
    private readonly StandardScores _scores;
    private readonly DrawSeed _seed;

    private BalancingSearch(PlacementList list, AttributeTable table, DrawSeed seed)
    {
        _kinds = Kinds.Of(list);
        (_groups, _seed) = (list.Classes, seed);
        _scores = StandardScores.Of(Feature.Of(table), list.Rows.Count);
    }

    /// <summary>The groups (from 1) after the search.</summary>
    /// <param name="list">The list, whose budget says how much work is done.</param>
    /// <param name="table">What is balanced.</param>
    /// <param name="lot">The groups (from 1) the lot gave.</param>
    /// <param name="seed">The draw's.</param>
    /// <param name="threads">How many at most; no number changes the result.</param>
    /// <param name="progress">Told the epochs done of all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static int[] Improve(PlacementList list, AttributeTable table, int[] lot, DrawSeed seed, int threads, Action<int, int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var budget = list.Search ?? throw new ArgumentException("The list asks for no search.", nameof(list));
        if (list.Classes < 2)
            return lot;
        var search = new BalancingSearch(list, table, seed);
        (BigInteger Imbalance, int[] Groups)? best = null;
        for (var start = 0; start < budget.Starts; start++)
        {
            var done = start * budget.Epochs;
            // A lot of its own: from one lot alone, small groups would meet the same dead ends each time.
            if ((start == 0 ? lot : Lot.Draw(list, seed.Another(string.Create(CultureInfo.InvariantCulture, $"start/{start}")), cancellationToken)?.Groups) is not { } from)
                continue;
            var found = search.Run(from, start, budget, threads, epoch => progress?.Invoke(done + epoch, budget.Starts * budget.Epochs), cancellationToken);
            if (best is null || found.Imbalance < best.Value.Imbalance)
                best = found;
        }
        return best!.Value.Groups;
    }

    private (BigInteger Imbalance, int[] Groups) Run(int[] from, int start, SearchBudget budget, int threads, Action<int> progress, CancellationToken cancellationToken)
    {
        var state = new SearchState(_scores, _kinds, from, _groups);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        int[] order = [.. Enumerable.Range(0, _groups)];
        for (var epoch = 0; epoch < budget.Epochs; epoch++)
        {
            for (var g = 0; g < _groups; g++)
                order[g] = g;
            _seed.Chance(string.Create(CultureInfo.InvariantCulture, $"pairs/{start}/{epoch}")).Shuffle(order.AsSpan());
            var now = epoch;
            Parallel.For(0, _groups / 2, options, () => new Visitor(_scores), (pair, _, visitor) =>
            {
                Visit(state, visitor, order[2 * pair], order[2 * pair + 1], budget.Kicks, new SearchChance(_seed, start, now, pair));
                return visitor;
            }, _ => { });
            progress(epoch + 1);
        }
        return (state.Imbalance(), state.Groups());
    }

    private static void Visit(SearchState state, Visitor visitor, int first, int second, int kicks, SearchChance chance)
    {
        var pupils = visitor.Gather(state, first, second);
        if (pupils < 2)
            return;
        var members = visitor.Members.AsSpan(0, pupils);
        var kinds = visitor.Kinds.AsSpan(0, pupils);
        var inFirst = visitor.InFirst.AsSpan(0, pupils);
        state.Difference(first, second, visitor.Difference);
        if (visitor.Reach(members, StrongestKick) < MostPull)
            visitor.Narrow.Run(members, kinds, inFirst, visitor.Difference, kicks, ref chance);
        else
            visitor.Wide.Run(members, kinds, inFirst, visitor.Difference, kicks, ref chance);
        state.Split(first, second, members, inFirst);
    }

    /// <summary>The working space of one thread.</summary>
    private sealed class Visitor(StandardScores scores)
    {
        public int[] Members { get; private set; } = [];

        public int[] Kinds { get; private set; } = [];

        public bool[] InFirst { get; private set; } = [];

        public int[] Difference { get; } = new int[scores.Stride];

        public PairVisit<int> Narrow { get; } = new(scores);

        public PairVisit<long> Wide { get; } = new(scores);

        public int Gather(SearchState state, int first, int second)
        {
            var count = state.Movable(first).Count + state.Movable(second).Count;
            if (Members.Length < count)
                (Members, Kinds, InFirst) = (new int[count], new int[count], new bool[count]);
            state.Merge(first, second, Members, Kinds, InFirst);
            return count;
        }

        /// <summary>What no pull can exceed during a visit: kicks add at most so many of the longest rows to the difference.</summary>
        public double Reach(ReadOnlySpan<int> members, int kicks)
        {
            var longest = 0;
            foreach (var pupil in members)
                longest = Math.Max(longest, Dot.Of(scores.Of(pupil), scores.Of(pupil)));
            var difference = 0.0;
            foreach (var value in Difference)
                difference += (double)value * value;
            var row = Math.Sqrt(longest) + 1;
            return (Math.Sqrt(difference) + kicks * row) * row;
        }
    }
}
