using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Supply;

/// <summary>Does the map fit the lists, and does no ground belong to two zones of one kind?</summary>
internal sealed class MapCheck(DistrictSupply supply, IReadOnlyList<ZonePolygon> polygons, SupplyFaults faults)
{
    private const int MostEdgePairs = 400_000_000;

    private readonly Dictionary<ZoneCode, ZoneKind> _kinds = supply.Zones.ToDictionary(zone => zone.Code, zone => zone.Kind);

    public void Check()
    {
        foreach (var polygon in polygons.Where(polygon => !_kinds.ContainsKey(polygon.Zone)))
            Add(polygon, SupplyFaultCode.ZoneUnknown, polygon.Zone.Value);
        var overlap = new PolygonOverlap(MostEdgePairs);
        foreach (var kind in polygons.Where(polygon => _kinds.ContainsKey(polygon.Zone)).GroupBy(polygon => _kinds[polygon.Zone]))
        {
            // From left to right, so that only neighbors are compared.
            var open = new List<ZonePolygon>();
            foreach (var polygon in kind.OrderBy(polygon => polygon.Shape.Box.Left).ThenBy(polygon => polygon.Feature))
            {
                open.RemoveAll(other => other.Shape.Box.Right < polygon.Shape.Box.Left);
                foreach (var other in open.Where(other => other.Zone != polygon.Zone))
                {
                    if (overlap.Of(polygon.Shape, other.Shape) is not { } isOverlap)
                    {
                        Add(polygon, SupplyFaultCode.TooComplex, "");
                        return;
                    }
                    if (isOverlap)
                        Add(polygon.Feature > other.Feature ? polygon : other, SupplyFaultCode.PolygonsOverlap, Pair(polygon, other));
                }
                open.Add(polygon);
            }
        }
    }

    private void Add(ZonePolygon polygon, SupplyFaultCode code, string detail) => faults.Add(SupplyFile.Map, polygon.Feature, "", code, detail);

    private static string Pair(ZonePolygon one, ZonePolygon other)
    {
        var (first, second) = one.Feature <= other.Feature ? (one, other) : (other, one);
        return string.Create(CultureInfo.InvariantCulture, $"{first.Zone} {second.Zone} {first.Feature}");
    }
}
