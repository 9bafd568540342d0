using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>Who is in which group, and every group's sums; pairs without a group in common may be changed at the same time.</summary>
internal sealed class SearchState
{
    private readonly StandardScores _scores;
    private readonly int[] _kinds;
    private readonly int[] _groupOf;
    private readonly List<int>[] _movable;
    private readonly int[] _sizes;
    private readonly int[][] _sums;

    /// <param name="scores">Of all pupils.</param>
    /// <param name="kinds">Of all pupils.</param>
    /// <param name="groups">Of all pupils, from 1.</param>
    /// <param name="count">How many groups.</param>
    public SearchState(StandardScores scores, int[] kinds, int[] groups, int count)
    {
        (_scores, _kinds) = (scores, kinds);
        _groupOf = [.. groups.Select(group => group - 1)];
        _sizes = new int[count];
        _movable = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        _sums = [.. Enumerable.Range(0, count).Select(_ => new int[scores.Stride])];
        for (var i = 0; i < _groupOf.Length; i++)
        {
            _sizes[_groupOf[i]]++;
            Add(_sums[_groupOf[i]], i, 1);
        }
        foreach (var i in Enumerable.Range(0, _groupOf.Length).Where(i => kinds[i] != Kinds.Held).OrderBy(i => kinds[i]))
            _movable[_groupOf[i]].Add(i);
    }

    public IReadOnlyList<int> Movable(int group) => _movable[group];

    /// <summary>The movable pupils of both, by kind and then by index.</summary>
    public void Merge(int first, int second, int[] members, int[] kinds, bool[] inFirst)
    {
        var (a, b) = (_movable[first], _movable[second]);
        for (var (i, j, k) = (0, 0, 0); i < a.Count || j < b.Count; k++)
        {
            inFirst[k] = j == b.Count || (i < a.Count && (_kinds[a[i]], a[i]).CompareTo((_kinds[b[j]], b[j])) < 0);
            members[k] = inFirst[k] ? a[i++] : b[j++];
            kinds[k] = _kinds[members[k]];
        }
    }

    /// <summary>Twice the first group's sums less twice its fair share of both groups' sums, rounded half up.</summary>
    public void Difference(int first, int second, int[] difference)
    {
        var both = _sizes[first] + _sizes[second];
        for (var f = 0; f < difference.Length; f++)
        {
            var share = 2L * (_sums[first][f] + _sums[second][f]) * _sizes[first];
            difference[f] = 2 * _sums[first][f] - (int)FloorDivide(2 * share + both, 2 * both);
        }
    }

    public void Split(int first, int second, ReadOnlySpan<int> members, ReadOnlySpan<bool> inFirst)
    {
        _movable[first].Clear();
        _movable[second].Clear();
        for (var k = 0; k < members.Length; k++)
        {
            var (to, from) = inFirst[k] ? (first, second) : (second, first);
            _movable[to].Add(members[k]);
            if (_groupOf[members[k]] == to)
                continue;
            _groupOf[members[k]] = to;
            Add(_sums[to], members[k], 1);
            Add(_sums[from], members[k], -1);
        }
    }

    public int[] Groups() => [.. _groupOf.Select(group => group + 1)];

    /// <summary>The squares of all sums, each by its group's size, times the least common multiple of the sizes.</summary>
    public BigInteger Imbalance()
    {
        var multiple = _sizes.Where(size => size > 0).Aggregate(BigInteger.One, (lcm, size) => lcm / BigInteger.GreatestCommonDivisor(lcm, size) * size);
        var total = BigInteger.Zero;
        for (var g = 0; g < _sizes.Length; g++)
        {
            if (_sizes[g] > 0)
                total += multiple / _sizes[g] * _sums[g].Aggregate(0L, (sum, value) => sum + (long)value * value);
        }
        return total;
    }

    private void Add(int[] sums, int pupil, int sign)
    {
        var values = _scores.Of(pupil);
        for (var f = 0; f < values.Length; f++)
            sums[f] += sign * values[f];
    }

    private static long FloorDivide(long value, long by) => value >= 0 ? value / by : -((by - 1 - value) / by);
}
