using Enrollment.Domain.Admission.Zones;

namespace Enrollment.Domain.Admission.Supply;

/// <summary>Schools, plans and service areas of a district, all years that are on record.</summary>
/// <param name="Schools">One entry a school and year.</param>
/// <param name="Zones">The service areas with their lists.</param>
public sealed record DistrictSupply(IReadOnlyList<SchoolYear> Schools, IReadOnlyList<Zone> Zones)
{
    /// <summary>The schools of an intake year, in order of their codes.</summary>
    public IReadOnlyList<RoundSchool> SchoolsOf(int year) =>
        [.. Schools.Where(school => school.Year == year).OrderBy(school => school.Code.Value, StringComparer.Ordinal).Select(school => school.AsRoundSchool())];

    /// <summary>The service areas of an intake year that a school serves, in order of their codes.</summary>
    public IReadOnlyList<RoundZone> ZonesOf(int year) =>
        [.. Zones.OrderBy(zone => zone.Code.Value, StringComparer.Ordinal).Select(zone => new RoundZone(zone.Code, zone.Kind is ZoneKind.MultiSchool, zone.SchoolsIn(year)))
            .Where(zone => zone.Schools.Count > 0)];
}
