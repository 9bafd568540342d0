using System.Numerics;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>
/// Looks at every pair of pupils once. Scores on a whole-number scale say what an exchange changes up to an error that has a bound; only where that
/// leaves the question open, the exact fractions decide. So the answer is exact, and a year of pupils takes a moment.
/// </summary>
internal sealed class SwapSearch
{
    // Squares and products of scores stay below 2^63 with this.
    private static readonly BigInteger MostSquare = BigInteger.One << 58;
    private const int FinestScale = 24;

    private readonly IReadOnlyList<int> _classOf;
    private readonly Feature[] _features;
    private readonly BigInteger[] _weights;
    private readonly BigInteger[][] _exactSums;
    private readonly long[][] _scores, _sums;
    private readonly long[] _lengths;
    private readonly int[] _sizes;
    private readonly int[][] _movable;
    private readonly SwapRules _rules;

    private (int First, int Second)? _best;
    // What the best changes, exactly; and a bound of it on the scale of the scores, with its divisor.
    private Fraction _bestChange = 0;
    private (Int128 Amount, int Divisor) _bestAtMost = (0, 1);

    public SwapSearch(PlacementList list, AttributeTable table, IReadOnlyList<int> classOf, IReadOnlyList<string>? teams)
    {
        var grouping = new BalanceGrouping(list.Classes, classOf);
        (_classOf, _sizes, _rules) = (classOf, grouping.Sizes, new SwapRules(list, classOf, teams));
        _features = [.. BalanceColumn.Of(list, table).SelectMany(column => column.Features)];
        Fraction[] units = [.. _features.Select(LotMeter.UnitOf)];
        var denominator = units.Aggregate(BigInteger.One, (lcm, unit) => lcm / BigInteger.GreatestCommonDivisor(lcm, unit.Denominator) * unit.Denominator);
        _weights = [.. units.Select(unit => (unit * denominator).Numerator)];
        _exactSums = [.. _features.Select(feature => grouping.Sums(feature.Column, feature.Values))];
        _scores = Scores(list.Rows.Count);
        _lengths = [.. _scores.Select(score => score.Sum(Math.Abs))];
        _sums = [.. Enumerable.Range(1, list.Classes).Select(_ => new long[_features.Length])];
        for (var i = 0; i < _scores.Length; i++)
        {
            for (var f = 0; f < _features.Length; f++)
                _sums[classOf[i] - 1][f] += _scores[i][f];
        }
        _movable = [.. Enumerable.Range(1, list.Classes).Select(c => Enumerable.Range(0, classOf.Count).Where(i => classOf[i] == c && _rules.CanMove[i]).ToArray())];
    }

    public (int First, int Second)? Best(CancellationToken cancellationToken)
    {
        for (var a = 0; a < _movable.Length; a++)
        {
            for (var b = a + 1; b < _movable.Length; b++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Visit(a, b);
            }
        }
        return _best;
    }

    /// <summary>All exchanges between two classes.</summary>
    private void Visit(int a, int b)
    {
        var (sizes, divisor) = (_sizes[a] + _sizes[b], _sizes[a] * _sizes[b]);
        long[] pull = [.. _sums[a].Select((sum, f) => sum * _sizes[b] - _sums[b][f] * _sizes[a])];
        var pullLength = pull.Aggregate((Int128)0, (length, value) => length + Math.Abs(value));
        var pulls = _movable[b].Select(j => Product(_scores[j], pull)).ToArray();
        foreach (var i in _movable[a])
        {
            var own = Product(_scores[i], pull);
            for (var n = 0; n < pulls.Length; n++)
            {
                var j = _movable[b][n];
                var change = 2 * (pulls[n] - own) + (Int128)sizes * SquareOfDifference(_scores[i], _scores[j]);
                // Every score is off by a half at most, every difference by one, every pull by the divisor.
                var length = (Int128)_lengths[i] + _lengths[j];
                var error = 2 * (divisor * (length + _features.Length) + pullLength) + sizes * (2 * length + _features.Length);
                if ((change - error) * _bestAtMost.Divisor <= _bestAtMost.Amount * divisor && _rules.Allow(i, j))
                    Try(i, j, (change + error, divisor));
            }
        }
    }

    private void Try(int i, int j, (Int128 Amount, int Divisor) atMost)
    {
        var change = ExactChange(i, j);
        var pair = i < j ? (i, j) : (j, i);
        if (change > _bestChange || (change == _bestChange && (_best is null || pair.CompareTo(_best.Value) > 0)))
            return;
        (_best, _bestChange) = (pair, change);
        if (atMost.Amount * _bestAtMost.Divisor < _bestAtMost.Amount * atMost.Divisor)
            _bestAtMost = atMost;
    }

    /// <summary>What J changes by, times a number that is the same for all exchanges.</summary>
    private Fraction ExactChange(int i, int j)
    {
        var (a, b) = (_classOf[i] - 1, _classOf[j] - 1);
        var change = BigInteger.Zero;
        for (var f = 0; f < _features.Length; f++)
        {
            var feature = _features[f];
            var more = feature.Values[feature.Column.Codes[j]] - feature.Values[feature.Column.Codes[i]];
            change += _weights[f] * more * (2 * (_exactSums[f][a] * _sizes[b] - _exactSums[f][b] * _sizes[a]) + more * (_sizes[a] + _sizes[b]));
        }
        return new Fraction(change, (BigInteger)_sizes[a] * _sizes[b]);
    }

    /// <summary>Distances from the mean in standard deviations times the root of the weight, on the finest scale that fits.</summary>
    private long[][] Scores(int pupils)
    {
        for (var scale = FinestScale; ; scale--)
        {
            BigInteger[][] ofCodes = [.. _features.Select(feature => feature.Values.Select(value => Score(feature, value, scale)).ToArray())];
            var isSmall = true;
            var scores = new long[pupils][];
            for (var i = 0; i < pupils && isSmall; i++)
            {
                BigInteger[] score = [.. _features.Select((feature, f) => ofCodes[f][feature.Column.Codes[i]])];
                isSmall = score.Aggregate(BigInteger.Zero, (sum, value) => sum + value * value) < MostSquare;
                scores[i] = isSmall ? [.. score.Select(value => (long)value)] : [];
            }
            if (isSmall)
                return scores;
        }
    }

    private static BigInteger Score(Feature feature, BigInteger value, int scale)
    {
        BigInteger pupils = feature.Column.Codes.Count;
        var distance = pupils * value - feature.Sum;
        var unit = LotMeter.UnitOf(feature);
        var square = 4 * distance * distance * unit.Numerator * BigInteger.Pow(4, Math.Max(scale, 0)) / (unit.Denominator * BigInteger.Pow(4, Math.Max(-scale, 0)));
        return distance.Sign * ((IntegerRoot.Floor(square) + 1) / 2);
    }

    private static Int128 Product(long[] scores, long[] pull)
    {
        var sum = (Int128)0;
        for (var f = 0; f < scores.Length; f++)
            sum += (Int128)scores[f] * pull[f];
        return sum;
    }

    private static long SquareOfDifference(long[] one, long[] other)
    {
        var sum = 0L;
        for (var f = 0; f < one.Length; f++)
        {
            var difference = one[f] - other[f];
            sum += difference * difference;
        }
        return sum;
    }
}
