using System.Globalization;

namespace Enrollment.Domain.Admission.Zones;

/// <summary>
/// What the lists of two zones of one kind both claim. A range of a street and a compound by name cannot be told apart or together from
/// lists alone: such pairs come to light with the buildings' addresses, or when an address is matched, and then a person decides.
/// </summary>
public static class ZoneOverlaps
{
    /// <summary>Every line that meets an earlier one of another zone, each pair once, in the order of the lists.</summary>
    public static IReadOnlyList<ZoneOverlap> Of(IReadOnlyList<Zone> zones)
    {
        var (overlaps, seen) = (new List<ZoneOverlap>(), new HashSet<(ClaimedLine, ClaimedLine)>());
        // Two spans of years meet exactly when both hold in the later one's first year.
        var years = zones.SelectMany(zone => zone.Entries).Select(entry => entry.Years.From).Distinct().Order().ToList();
        foreach (var (kind, year) in Enum.GetValues<ZoneKind>().SelectMany(kind => years.Select(year => (kind, year))))
        {
            var lines = zones.Where(zone => zone.Kind == kind)
                .SelectMany(zone => zone.Entries.Where(entry => entry.Years.Holds(year)).Select(entry => new ClaimedLine(zone.Code, entry))).ToList();
            foreach (var (first, second, where) in OnStreets(lines).Concat(InCompounds(lines)).Concat(OfBuildings(lines)))
            {
                var (one, other) = first.Entry.Line <= second.Entry.Line ? (first, second) : (second, first);
                if (seen.Add((one, other)))
                    overlaps.Add(new ZoneOverlap(kind, one, other, where, year));
            }
        }
        return [.. overlaps.OrderBy(overlap => overlap.First.Entry.Line).ThenBy(overlap => overlap.Second.Entry.Line)];
    }

    private static IEnumerable<(ClaimedLine, ClaimedLine, string)> OnStreets(List<ClaimedLine> lines)
    {
        var buildings = Of<AddressClaim.OneBuilding>(lines).ToLookup(claim => claim.Claim.Street, claim => (claim.Line, new NumberRange(claim.Claim.Number, claim.Claim.Number)), StringComparer.Ordinal);
        foreach (var street in Of<AddressClaim.Houses>(lines).GroupBy(claim => claim.Claim.Street, claim => (claim.Line, claim.Claim.Range), StringComparer.Ordinal))
        {
            foreach (var pair in SpanSweep.Within(street).Concat(SpanSweep.Across(street, buildings[street.Key])))
                yield return Placed(pair, street.Key);
        }
    }

    private static IEnumerable<(ClaimedLine, ClaimedLine, string)> InCompounds(List<ClaimedLine> lines)
    {
        var buildings = Of<AddressClaim.OneBuilding>(lines).Where(claim => claim.Claim.CompoundName is not null)
            .ToLookup(claim => claim.Claim.CompoundName!, claim => (claim.Claim.Street, claim.Line, Range: new NumberRange(claim.Claim.Building, claim.Claim.Building)), StringComparer.Ordinal);
        foreach (var compound in Of<AddressClaim.Compound>(lines).GroupBy(claim => claim.Claim.Name, StringComparer.Ordinal))
        {
            var anywhere = compound.Where(claim => claim.Claim.Street is null).Select(Ranged).ToList();
            var streets = compound.Where(claim => claim.Claim.Street is not null).ToLookup(claim => claim.Claim.Street!, Ranged, StringComparer.Ordinal);
            var single = buildings[compound.Key].ToLookup(building => building.Street, building => (building.Line, building.Range), StringComparer.Ordinal);
            var pairs = SpanSweep.Within(anywhere)
                .Concat(SpanSweep.Across(anywhere, streets.SelectMany(street => street).Concat(single.SelectMany(street => street))))
                .Concat(streets.SelectMany(street => SpanSweep.Within(street).Concat(SpanSweep.Across(street, single[street.Key]))));
            foreach (var pair in pairs)
                yield return Placed(pair, compound.Key);
        }
    }

    // The same building twice: compounds that are both named must be one.
    private static IEnumerable<(ClaimedLine, ClaimedLine, string)> OfBuildings(List<ClaimedLine> lines)
    {
        foreach (var place in Of<AddressClaim.OneBuilding>(lines).GroupBy(claim => (claim.Claim.Street, claim.Claim.Number, claim.Claim.Building)))
        {
            var named = place.GroupBy(claim => claim.Claim.CompoundName ?? "", claim => (claim.Line, NumberRange.Every), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
            var unnamed = named.GetValueOrDefault("") ?? [];
            var pairs = named.SelectMany(group => SpanSweep.Within(group.Value))
                .Concat(SpanSweep.Across(unnamed, named.Where(group => group.Key.Length > 0).SelectMany(group => group.Value)));
            foreach (var (first, second, _) in pairs)
                yield return (first, second, $"{place.Key.Street} {Text(place.Key.Number)}, {Text(place.Key.Building)}");
        }
    }

    private static IEnumerable<(ClaimedLine Line, T Claim)> Of<T>(List<ClaimedLine> lines) where T : AddressClaim =>
        lines.Where(line => line.Entry.Claim is T).Select(line => (line, (T)line.Entry.Claim));

    private static (ClaimedLine Line, NumberRange Range) Ranged((ClaimedLine Line, AddressClaim.Compound Claim) compound) =>
        (compound.Line, compound.Claim.Buildings ?? NumberRange.Every);

    private static (ClaimedLine, ClaimedLine, string) Placed((ClaimedLine First, ClaimedLine Second, int Number) pair, string name) =>
        (pair.First, pair.Second, $"{name} {Text(pair.Number)}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
