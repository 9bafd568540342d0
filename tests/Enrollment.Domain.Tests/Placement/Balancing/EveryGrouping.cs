using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Balancing;

/// <summary>Tries every grouping that leaves each group as many pupils of each kind as the lot gave it, and held pupils where they are.</summary>
internal sealed class EveryGrouping
{
    private readonly int[][] _z;
    private readonly int[] _lot;
    private readonly int[] _kinds;
    private readonly int[,] _places;
    private readonly double[] _sizes;
    private readonly double[,] _sums;
    private double _least = double.PositiveInfinity;

    public EveryGrouping(PlacementList list, int[][] z, int[] lot)
    {
        (_z, _lot) = (z, lot);
        var held = Blocks.Of(list).Bound.Where(block => block.Rows.Count > 1 || block.ApartSets.Count > 0).SelectMany(block => block.Rows).ToHashSet();
        _kinds = [.. list.Rows.Select((row, i) => held.Contains(i) ? -1 : (row.Sex is Sex.Male ? 0 : 2) + (row.SpecialNeeds ? 1 : 0))];
        _places = new int[list.Classes + 1, 4];
        _sizes = new double[list.Classes + 1];
        _sums = new double[list.Classes + 1, z[0].Length];
        for (var i = 0; i < lot.Length; i++)
        {
            _sizes[lot[i]]++;
            if (_kinds[i] >= 0)
                _places[lot[i], _kinds[i]]++;
        }
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
            if (_kinds[i] < 0 ? _lot[i] != group : _places[group, _kinds[i]] == 0)
                continue;
            Move(i, group, 1);
            Place(i + 1);
            Move(i, group, -1);
        }
    }

    private void Move(int i, int group, int sign)
    {
        if (_kinds[i] >= 0)
            _places[group, _kinds[i]] -= sign;
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
