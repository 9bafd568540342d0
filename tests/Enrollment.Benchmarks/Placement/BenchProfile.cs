using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Benchmarks.Placement;

/// <summary>What the rosters are balanced by: the judge's profile, or the one schools get.</summary>
internal sealed record BenchProfile(string Name, int MeanWeight, int BandWeight)
{
    /// <summary>All criteria alike, as in the judge.</summary>
    public static readonly BenchProfile Bench = new("bench", 1000, 0);

    /// <summary>Means first, and the distribution of the total.</summary>
    public static readonly BenchProfile Product = new("product", 10_000, 100);

    public AttributeColumn[] Columns =>
    [
        .. Enumerable.Range(1, 3).Select(subject => new AttributeColumn.Number($"score{subject}", MeanWeight, 500, Bands: false, 0)),
        new AttributeColumn.Number("total", MeanWeight, 500, BandWeight > 0, BandWeight),
        new AttributeColumn.Number("age", 500, 0, Bands: false, 0),
        new AttributeColumn.Category("boarding", 1000),
        new AttributeColumn.Category("school", 1000),
    ];
}
