using Enrollment.Domain.Admission.Forecast;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Files.Supply;

/// <summary>What reading a forecast's files gives. Closed.</summary>
public abstract record DemandReading
{
    private DemandReading()
    {
    }

    /// <summary>All of it; the first year is the reader's to choose.</summary>
    public sealed record Read(DemandInput Input) : DemandReading;

    /// <summary>Nothing was taken.</summary>
    /// <param name="Faults">The first thousand of each file.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Faulty(IReadOnlyList<SupplyFault> Faults, int Total) : DemandReading;
}

/// <summary>Reads what a forecast is made from.</summary>
public static class ReadDemand
{
    /// <summary>How far a forecast looks.</summary>
    public const int Years = 6;

    /// <summary>Reads the files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="asOf">How far the register was complete; null for the end of the last month it names.</param>
    public static DemandReading Of(DemandFiles files, DateOnly? asOf)
    {
        var faults = new SupplyFaults();
        var (schools, zones, births, projects) = (new SchoolSheet(faults), new ZoneSheet(faults), new BirthSheet(faults), new ProjectSheet(faults));
        schools.Read(files.Schools);
        zones.Read(files.Zones);
        births.Read(files.Births);
        if (files.Projects is not null)
            projects.Read(files.Projects);
        births.Compare([.. zones.Zones.Select(zone => zone.Code)]);
        projects.Compare([.. schools.Schools.Select(school => school.Code)]);
        if (faults.IsBroken)
            return new DemandReading.Faulty(faults.InOrder(), faults.Count);
        // Private schools take by choice: nobody's area gives a place there.
        var planned = schools.Schools.Where(school => school.Authority is not SchoolAuthority.Private).GroupBy(school => school.Code)
            .OrderBy(school => school.Key.Value, StringComparer.Ordinal)
            .Select(school => new ForecastSchool(school.Key, [.. school.Select(year => new PlannedSeats(year.Year, year.Seats))], projects.Of(school.Key)));
        return new DemandReading.Read(new DemandInput(schools.Schools.Max(school => school.Year) + 1, Years, asOf ?? births.LastDay, births.Cohorts,
            [.. zones.Zones.Select(zone => new ForecastZone(zone.Code, zone.Schools))], [.. planned]));
    }
}
