using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Supply;

/// <summary>Where do lists and map put every building? This finds what lists alone do not show: gaps, and a compound that lies in another zone's street.</summary>
internal sealed class BuildingCheck(DistrictSupply supply, IReadOnlyList<ZonePolygon> polygons, SupplyFaults faults)
{
    public void Check(IReadOnlyList<SupplyBuilding> buildings, int year, string district)
    {
        var directory = new ZoneDirectory(supply.Zones, year, district);
        foreach (var building in buildings)
        {
            var listed = directory.Find(building.Address);
            foreach (var several in new[] { listed.SingleSchool, listed.MultiSchool }.OfType<ZoneMatch.Ambiguous>())
                Add(building, SupplyFaultCode.BuildingInSeveralZones, string.Join(' ', several.Zones));
            if (listed is { SingleSchool: ZoneMatch.Unknown, MultiSchool: ZoneMatch.Unknown })
                Add(building, SupplyFaultCode.BuildingInNoZone, "");
            else if (IsWeak(listed.SingleSchool) || IsWeak(listed.MultiSchool))
                Add(building, SupplyFaultCode.BuildingMatchWeak, "");
            if (polygons.Count > 0 && building.At is { } at)
                Compare(building, at, listed);
        }
    }

    private void Compare(SupplyBuilding building, PlanePoint at, ServiceArea listed)
    {
        var there = polygons.Where(polygon => polygon.Shape.Box.Holds(at)).Select(polygon => (polygon.Zone, Position: polygon.Shape.Locate(at))).Where(place => place.Position is not Position.Outside).ToList();
        if (there.Count == 0)
            Add(building, SupplyFaultCode.BuildingOffTheMap, "");
        foreach (var (kind, match) in new[] { (ZoneKind.SingleSchool, listed.SingleSchool), (ZoneKind.MultiSchool, listed.MultiSchool) })
        {
            var zones = there.Where(place => KindOf(place.Zone) == kind).ToList();
            var named = zones.Select(place => place.Zone).Distinct().OrderBy(zone => zone.Value, StringComparer.Ordinal).ToList();
            if (named.Count > 1 || zones.Exists(place => place.Position is Position.OnBorder))
                Add(building, SupplyFaultCode.BuildingOnBorder, string.Join(' ', named));
            else if (match is ZoneMatch.Found found && named is [var drawn] && drawn != found.Zone)
                Add(building, SupplyFaultCode.ListAndMapDiffer, $"{found.Zone} {drawn}");
        }
    }

    private ZoneKind? KindOf(ZoneCode code) => supply.Zones.FirstOrDefault(zone => zone.Code == code)?.Kind;

    private void Add(SupplyBuilding building, SupplyFaultCode code, string detail) => faults.Add(SupplyFile.Buildings, building.Line, "", code, detail);

    private static bool IsWeak(ZoneMatch match) => match is ZoneMatch.Found && !match.IsSure;
}
