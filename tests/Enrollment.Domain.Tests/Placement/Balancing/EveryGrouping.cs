using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Balancing;

/// <summary>Tries every grouping that obeys docs/placement-record.md section 4.</summary>
internal sealed class EveryGrouping
{
    private readonly IReadOnlyList<PlacementRow> _rows;
    private readonly int[][] _z;
    private readonly int[] _groups;
    private readonly int[] _boys, _girls, _special;
    private readonly double[] _sizes;
    private readonly double[,] _sums;
    private int _extraSpecial;
    private double _least = double.PositiveInfinity;

    public EveryGrouping(PlacementList list, int[][] z)
    {
        var quotas = Lot.QuotasOf(list)!;
        (_rows, _z, _groups) = (list.Rows, z, new int[list.Rows.Count]);
        (_boys, _girls, _special) = ([0, .. quotas.Boys], [0, .. quotas.Girls], [0, .. quotas.Special]);
        _extraSpecial = quotas.ExtraSpecial;
        _sizes = [0, .. Enumerable.Range(0, quotas.Groups).Select(g => (double)quotas.SizeOf(g))];
        _sums = new double[list.Classes + 1, z[0].Length];
    }

    public double LeastImbalance()
    {
        Place(0);
        return _least;
    }

    public static double Imbalance(int[][] z, int[] groups, int classes) => Enumerable.Range(1, classes).Sum(group =>
        Enumerable.Range(0, z[0].Length).Sum(f => Math.Pow(groups.Select((of, i) => of == group ? (double)z[i][f] : 0).Sum(), 2)) / groups.Count(of => of == group));

    private void Place(int i)
    {
        if (i == _z.Length)
        {
            _least = Math.Min(_least, Imbalance());
            return;
        }
        for (var group = 1; group < _sizes.Length; group++)
        {
            if ((_rows[i].Sex is Sex.Male ? _boys : _girls)[group] == 0 || (_rows[i].SpecialNeeds && _special[group] <= 0 && (_special[group] < 0 || _extraSpecial == 0)) || !SuitsThoseBefore(i, group))
                continue;
            Move(i, group, 1);
            Place(i + 1);
            Move(i, group, -1);
        }
    }

    private bool SuitsThoseBefore(int i, int group)
    {
        if (_rows[i] is { Bundle: null, ApartSets.Count: 0 })
            return true;
        for (var other = 0; other < i; other++)
        {
            var isTogether = _groups[other] == group;
            if ((!isTogether && _rows[i].Bundle is { } bundle && _rows[other].Bundle == bundle) || (isTogether && _rows[i].ApartSets.Intersect(_rows[other].ApartSets).Any()))
                return false;
        }
        return true;
    }

    private void Move(int i, int group, int sign)
    {
        _groups[i] = group;
        (_rows[i].Sex is Sex.Male ? _boys : _girls)[group] -= sign;
        if (_rows[i].SpecialNeeds)
        {
            _extraSpecial += _special[group] < 0 ? 1 : 0;
            _special[group] -= sign;
            _extraSpecial -= _special[group] < 0 ? 1 : 0;
        }
        for (var f = 0; f < _z[i].Length; f++)
            _sums[group, f] += sign * _z[i][f];
    }

    private double Imbalance()
    {
        var total = 0.0;
        for (var group = 1; group < _sizes.Length; group++)
        {
            for (var f = 0; f < _sums.GetLength(1); f++)
                total += _sums[group, f] * _sums[group, f] / _sizes[group];
        }
        return total;
    }
}
