using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Admission.Zones;

/// <summary>The service areas of one intake year, ready to be asked for addresses.</summary>
public sealed class ZoneDirectory
{
    private readonly string _district;
    private readonly Dictionary<string, List<Claimed>> _streets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Claimed>> _compounds = new(StringComparer.Ordinal);

    /// <summary>The lists that hold in a year.</summary>
    /// <param name="zones">All zones.</param>
    /// <param name="year">The intake year.</param>
    /// <param name="district">The district whose streets the lists name, for example 鲤城区.</param>
    public ZoneDirectory(IEnumerable<Zone> zones, int year, string district)
    {
        _district = district;
        foreach (var zone in zones)
        {
            foreach (var entry in zone.Entries.Where(entry => entry.Years.Holds(year)))
                Enter(zone, entry.Claim);
        }
    }

    /// <summary>Where an address lies. Every line that covers it counts: two zones of one kind are never weighed against each other.</summary>
    public ServiceArea Find(StandardAddress address)
    {
        var parts = AddressParts.Of(address);
        if (parts.District is { } named && named != _district)
            return Nowhere(UnknownZoneReason.OtherDistrict);
        if (parts is { Number: null, Compound: null })
            return Nowhere(UnknownZoneReason.NotReadable);
        var hits = Candidates(parts).Select(claimed => (claimed.Zone, Confidence: claimed.Claim.Covers(parts)))
            .Where(hit => hit.Confidence is not null)
            .Select(hit => (hit.Zone, Confidence: parts.District is null ? MatchConfidence.DistrictNotStated : hit.Confidence!.Value)).ToList();
        return new ServiceArea(Match(hits, ZoneKind.SingleSchool), Match(hits, ZoneKind.MultiSchool));
    }

    private static ServiceArea Nowhere(UnknownZoneReason reason) => new(new ZoneMatch.Unknown(reason), new ZoneMatch.Unknown(reason));

    private static ZoneMatch Match(List<(Zone Zone, MatchConfidence Confidence)> hits, ZoneKind kind)
    {
        var zones = hits.Where(hit => hit.Zone.Kind == kind).GroupBy(hit => hit.Zone.Code).OrderBy(zone => zone.Key.Value, StringComparer.Ordinal).ToList();
        return zones switch
        {
            [] => new ZoneMatch.Unknown(UnknownZoneReason.NotListed),
            [var one] => new ZoneMatch.Found(one.Key, one.Min(hit => hit.Confidence)),
            _ => new ZoneMatch.Ambiguous([.. zones.Select(zone => zone.Key)]),
        };
    }

    private IEnumerable<Claimed> Candidates(AddressParts parts)
    {
        var onStreet = parts.Street is { } street ? _streets.GetValueOrDefault(street) : null;
        var inCompound = parts.Compound is { } compound ? _compounds.GetValueOrDefault(compound) : null;
        return (onStreet ?? []).Concat(inCompound ?? []);
    }

    private void Enter(Zone zone, AddressClaim claim)
    {
        var (index, key) = claim switch
        {
            AddressClaim.Houses houses => (_streets, houses.Street),
            AddressClaim.OneBuilding building => (_streets, building.Street),
            AddressClaim.Compound compound => (_compounds, compound.Name),
            _ => throw new InvalidOperationException("AddressClaim is closed."),
        };
        if (!index.TryGetValue(key, out var list))
            index.Add(key, list = []);
        list.Add(new Claimed(zone, claim));
    }

    private sealed record Claimed(Zone Zone, AddressClaim Claim);
}
