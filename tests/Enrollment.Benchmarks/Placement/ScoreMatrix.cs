using System.Numerics;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Benchmarks.Placement;

/// <summary>Standardised features in doubles: to compare thousands of lots quickly, and to ask another solver. It judges nothing.</summary>
internal sealed class ScoreMatrix
{
    private readonly float[] _values;

    public ScoreMatrix(BenchList list)
    {
        var features = Feature.Of(list.Table);
        (Pupils, Features, Classes) = (list.List.Rows.Count, features.Count, list.List.Classes);
        _values = new float[Pupils * Features];
        for (var f = 0; f < Features; f++)
            Fill(features[f], f);
    }

    public int Pupils { get; }

    public int Features { get; }

    public int Classes { get; }

    public float this[int pupil, int feature] => _values[pupil * Features + feature];

    /// <summary>Between-class sum of squares.</summary>
    public double Objective(IReadOnlyList<int> classes)
    {
        var (sums, sizes) = (new double[Classes * Features], new int[Classes]);
        for (var i = 0; i < Pupils; i++)
        {
            var at = (classes[i] - 1) * Features;
            sizes[classes[i] - 1]++;
            for (var f = 0; f < Features; f++)
                sums[at + f] += _values[i * Features + f];
        }
        return Enumerable.Range(0, sums.Length).Sum(at => sums[at] * sums[at] / Math.Max(1, sizes[at / Features]));
    }

    /// <summary>Reads every value once, and does nothing else.</summary>
    public float ReadOnce()
    {
        var sum = Vector<float>.Zero;
        var values = _values.AsSpan();
        for (; values.Length >= Vector<float>.Count; values = values[Vector<float>.Count..])
            sum += new Vector<float>(values);
        return Vector.Sum(sum);
    }

    private void Fill(Feature feature, int f)
    {
        var mean = (double)feature.Sum / Pupils;
        var variance = feature.Values.Select((value, code) => Math.Pow((double)value - mean, 2) * feature.Column.Counts[code]).Sum() / Pupils;
        var scale = Math.Sqrt((double)feature.Weight / feature.WeightDivisor / variance);
        for (var i = 0; i < Pupils; i++)
            _values[i * Features + f] = (float)(((double)feature.Values[feature.Column.Codes[i]] - mean) * scale);
    }
}
