using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Files.Supply;

/// <summary>Reads a district's supply and says what does not fit together.</summary>
public static class ReadSupply
{
    /// <summary>Reads all files before it judges: the bureau repairs them in one go.</summary>
    /// <param name="files">The files.</param>
    /// <param name="year">The intake year that buildings are compared for; null for the last one with a plan.</param>
    public static SupplyReading Of(SupplyFiles files, int? year)
    {
        var faults = new SupplyFaults();
        var (schools, zones, map, buildings) = (new SchoolSheet(faults), new ZoneSheet(faults), new GeoJsonMap(faults, files.Unit), new BuildingSheet(faults, files.Unit));
        schools.Read(files.Schools);
        zones.Read(files.Zones);
        if (files.Map is not null)
            map.Read(files.Map);
        if (files.Buildings is not null)
            buildings.Read(files.Buildings);
        if (faults.IsBroken)
            return new SupplyReading.Faulty(faults.InOrder(), faults.Count);
        var supply = new DistrictSupply(schools.Schools, zones.Zones);
        new SupplyCheck(supply, faults).Check(schools.LineOf);
        if (faults.IsBroken)
            return new SupplyReading.Faulty(faults.InOrder(), faults.Count);
        new MapCheck(supply, map.Polygons, faults).Check();
        new BuildingCheck(supply, map.Polygons, faults).Check(buildings.Buildings, year ?? supply.Schools.Max(school => school.Year), files.District);
        return new SupplyReading.Read(supply, faults.InOrder(), faults.Count,
            new SupplyFigures(schools.Schools.Count, supply.Zones.Count, supply.Zones.Sum(zone => zone.Entries.Count), map.Polygons.Count, buildings.Buildings.Count));
    }
}
