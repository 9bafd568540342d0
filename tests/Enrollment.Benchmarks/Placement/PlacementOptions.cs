namespace Enrollment.Benchmarks.Placement;

/// <param name="IsQuick">One seed, no city.</param>
/// <param name="Shared">Where the judge is.</param>
/// <param name="Repository">The clone's folder.</param>
internal sealed record PlacementOptions(bool IsQuick, DirectoryInfo? Shared, string Repository)
{
    /// <summary>Nothing but the lot's own table.</summary>
    public bool IsLotOnly { get; init; }

    public int Seeds => IsQuick ? 1 : 5;
}
