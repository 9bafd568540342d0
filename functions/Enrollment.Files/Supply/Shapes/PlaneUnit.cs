namespace Enrollment.Files.Supply.Shapes;

/// <summary>
/// What the coordinates of a map count. RFC 7946 means degrees (WGS 84) and lets parties agree on another system (section 4); survey
/// offices deliver meters of the district's grid. Either way they become whole numbers, so that inside and outside are decided exactly.
/// </summary>
public sealed record PlaneUnit
{
    private readonly int _steps;
    private readonly decimal _most;

    private PlaneUnit(int steps, decimal most) => (_steps, _most) = (steps, most);

    /// <summary>Whole meters.</summary>
    public static PlaneUnit Meters { get; } = new(1, 100_000_000);

    /// <summary>Degrees, to the seventh decimal: about a centimeter.</summary>
    public static PlaneUnit Degrees { get; } = new(10_000_000, 180);

    /// <summary>The whole number nearest to a coordinate, halves away from zero; null outside the unit's range.</summary>
    internal long? Of(decimal value) => Math.Abs(value) <= _most ? (long)Math.Round(value * _steps, MidpointRounding.AwayFromZero) : null;
}
