using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;

namespace Enrollment.Files.Supply;

/// <summary>Do schools and lists fit together?</summary>
internal sealed class SupplyCheck(DistrictSupply supply, SupplyFaults faults)
{
    public void Check(Func<SchoolYear, int> lineOf)
    {
        foreach (var overlap in ZoneOverlaps.Of(supply.Zones))
        {
            faults.Add(SupplyFile.Zones, overlap.Second.Entry.Line, "", SupplyFaultCode.RangesOverlap,
                $"{overlap.First.Zone} {overlap.Second.Zone} {Text(overlap.First.Entry.Line)} {overlap.Where}");
        }
        var years = supply.Schools.Select(school => school.Year).Distinct().Order().ToList();
        var planned = supply.Schools.Select(school => (school.Code, school.Year)).ToHashSet();
        Repeated();
        foreach (var year in years)
            ZonesOf(year, planned);
        var served = years.ToDictionary(year => year, year => supply.Zones.Where(zone => Claims(zone, year)).SelectMany(zone => zone.SchoolsIn(year)).ToHashSet());
        // A private school takes by choice; only public places are given by area.
        foreach (var school in supply.Schools.Where(school => school.Authority is not SchoolAuthority.Private && !served[school.Year].Contains(school.Code)))
            faults.Add(SupplyFile.Schools, lineOf(school), "", SupplyFaultCode.SchoolWithoutZone, $"{school.Code} {Text(school.Year)}");
    }

    private void ZonesOf(int year, HashSet<(SchoolCode, int)> planned)
    {
        foreach (var zone in supply.Zones.Where(zone => Claims(zone, year)))
        {
            var line = zone.Entries.First(entry => entry.Years.Holds(year)).Line;
            var schools = zone.SchoolsIn(year);
            if (schools.Count == 0)
                faults.Add(SupplyFile.Zones, line, "", SupplyFaultCode.ZoneWithoutSchool, $"{zone.Code} {Text(year)}");
            foreach (var unknown in schools.Where(school => !planned.Contains((school, year))))
                faults.Add(SupplyFile.Zones, line, "schools", SupplyFaultCode.SchoolUnknown, $"{unknown} {Text(year)}");
        }
    }

    private void Repeated()
    {
        foreach (var zone in supply.Zones)
        {
            var first = new Dictionary<AddressClaim, ZoneEntry>();
            foreach (var entry in zone.Entries)
            {
                if (!first.TryAdd(entry.Claim, entry) && first[entry.Claim].Years == entry.Years)
                    faults.Add(SupplyFile.Zones, entry.Line, "", SupplyFaultCode.ClaimTwice, Text(first[entry.Claim].Line));
            }
        }
    }

    private static bool Claims(Zone zone, int year) => zone.Entries.Any(entry => entry.Years.Holds(year));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
