namespace Enrollment.Domain.Admission.Zones;

/// <summary>A service area (招生服务区域, 片区) with its lists, past years included.</summary>
/// <param name="Code">The zone.</param>
/// <param name="Kind">One school, or several to rank.</param>
/// <param name="Schools">Which schools serve it, and when.</param>
/// <param name="Entries">What it claims, and when.</param>
public sealed record Zone(ZoneCode Code, ZoneKind Kind, IReadOnlyList<ZoneSchool> Schools, IReadOnlyList<ZoneEntry> Entries)
{
    /// <summary>The schools that serve the zone in an intake year, in order of their codes.</summary>
    public IReadOnlyList<SchoolCode> SchoolsIn(int year) =>
        [.. Schools.Where(school => school.Years.Holds(year)).Select(school => school.School).Distinct().OrderBy(school => school.Value, StringComparer.Ordinal)];
}

/// <summary>A school serves a zone.</summary>
/// <param name="School">The school.</param>
/// <param name="Years">When.</param>
public sealed record ZoneSchool(SchoolCode School, YearSpan Years);

/// <summary>One line of a zone's list.</summary>
/// <param name="Claim">What it claims.</param>
/// <param name="Years">When.</param>
/// <param name="Line">The line of the file it was read from; 0 for none.</param>
public sealed record ZoneEntry(AddressClaim Claim, YearSpan Years, int Line = 0);
