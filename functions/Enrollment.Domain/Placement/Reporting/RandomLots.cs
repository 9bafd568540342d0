using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>Random lots of one list, each with chance of its own, and how a placement stands among them (docs/balance-report.md).</summary>
internal sealed class RandomLots
{
    private const int SequencesPerLot = 200;

    private readonly Tally[] _counts, _means, _deviations;
    private readonly Tally _objective = new();
    private readonly LotFigures _own;
    private readonly Lock _gate = new();

    private RandomLots(LotFigures own)
    {
        _own = own;
        _counts = [.. own.Counts.Select(_ => new Tally())];
        _means = [.. own.Means.Select(_ => new Tally())];
        _deviations = [.. own.Deviations.Select(_ => new Tally())];
    }

    public int Drawn { get; private set; }

    public IReadOnlyList<Standing> Counts => [.. _counts.Select(tally => tally.Standing)];

    public IReadOnlyList<Standing> Means => [.. _means.Select(tally => tally.Standing)];

    public IReadOnlyList<Standing> Deviations => [.. _deviations.Select(tally => tally.Standing)];

    public Standing Objective => _objective.Standing;

    /// <summary>Draws the lots <c>report/1</c>, <c>report/2</c>, … of a seed. Threads do not matter: who is counted first changes no count.</summary>
    public static RandomLots Compare(PlacementList list, LotMeter meter, IReadOnlyList<int> groupOf, DrawSeed seed, CancellationToken cancellationToken)
    {
        var lots = new RandomLots(meter.Measure(groupOf));
        var blocks = Blocks.Of(list);
        if (Lot.QuotasOf(list) is not { } quotas || blocks.Bound.Any(block => Block.IsContradictory(list, block)))
            return lots;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(1, BalanceReport.LotsFor(list.Rows.Count) + 1, options, () => new Seating(blocks, quotas), (n, _, seating) =>
        {
            if (Draw(blocks, seating, list.Rows.Count, seed.Chance(string.Create(CultureInfo.InvariantCulture, $"report/{n}"))) is { } groups)
                lots.Add(meter.Measure(groups));
            return seating;
        }, _ => { });
        return lots;
    }

    /// <summary>One lot, all its sequences from one stream; null where none of them fits, and then it is not counted.</summary>
    private static int[]? Draw(Blocks blocks, Seating seating, int pupils, Chance chance)
    {
        for (var sequence = 0; sequence < SequencesPerLot; sequence++)
        {
            if (SequentialLot.Attempt(blocks, seating, chance))
                return seating.Complete(pupils, chance);
        }
        return null;
    }

    private void Add(LotFigures lot)
    {
        lock (_gate)
        {
            Drawn++;
            Add(_counts, lot.Counts, _own.Counts);
            Add(_means, lot.Means, _own.Means);
            Add(_deviations, lot.Deviations, _own.Deviations);
            _objective.Add(lot.Objective.CompareTo(_own.Objective));
        }
    }

    private static void Add<T>(Tally[] tallies, IReadOnlyList<T> lot, IReadOnlyList<T> own) where T : IComparable<T>
    {
        for (var line = 0; line < tallies.Length; line++)
            tallies[line].Add(lot[line].CompareTo(own[line]));
    }

    private sealed class Tally
    {
        private int _better, _equal, _worse;

        public Standing Standing => new(_better, _equal, _worse);

        public void Add(int order)
        {
            _better += order < 0 ? 1 : 0;
            _equal += order == 0 ? 1 : 0;
            _worse += order > 0 ? 1 : 0;
        }
    }
}
