using Enrollment.Domain.Admission.Forecast;

namespace Enrollment.Files.Supply;

/// <summary>A forecast as JSON has it.</summary>
/// <param name="Schools">By school and year.</param>
/// <param name="ZonesWithoutSchool">Zones with children whom no school serves.</param>
public sealed record DemandJson(IReadOnlyList<DemandSchoolJson> Schools, IReadOnlyList<DemandZoneJson> ZonesWithoutSchool)
{
    /// <summary>Of a report.</summary>
    public static DemandJson Of(DemandReport report) => new(
        [.. report.Lines.Select(line => new DemandSchoolJson(line.School.Value, line.Year, line.Needed, line.Seats, line.Left, line.Level.ToString(), line.IsWhole))],
        [.. report.Unserved.Select(zone => new DemandZoneJson(zone.Zone.Value, zone.Year, zone.Needed))]);
}

/// <summary>A school's year.</summary>
/// <param name="School">The school.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Needed">Places needed.</param>
/// <param name="Seats">Places there are.</param>
/// <param name="Left">Places left; below zero, missing.</param>
/// <param name="Level">Green, Yellow, Orange or Red.</param>
/// <param name="Complete">Were all children of the year born when the register was read?</param>
public sealed record DemandSchoolJson(string School, int Year, int Needed, int Seats, int Left, string Level, bool Complete);

/// <summary>Children whose zone no school serves.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Needed">Places needed.</param>
public sealed record DemandZoneJson(string Zone, int Year, int Needed);
