namespace Enrollment.Domain.Admission.Supply;

/// <summary>Walking distances in whole meters, from a zone's reference point to each school: what is published instead of any child's address.</summary>
public sealed class WalkTable(IReadOnlyDictionary<(ZoneCode Zone, SchoolCode School), int> meters)
{
    /// <summary>No distances.</summary>
    public static WalkTable Empty { get; } = new(new Dictionary<(ZoneCode Zone, SchoolCode School), int>());

    /// <summary>The walk; null where nobody measured it.</summary>
    public int? Meters(ZoneCode zone, SchoolCode school) => meters.TryGetValue((zone, school), out var walk) ? walk : null;
}
