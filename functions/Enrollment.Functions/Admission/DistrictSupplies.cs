using System.Collections.Concurrent;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Admission;

/// <summary>The schools and service areas of each intake year, read once at start.</summary>
internal sealed class DistrictSupplies(IOptions<AdmissionOptions> options, Policies policies)
{
    private readonly IReadOnlyDictionary<int, YearSupply> _byYear = SupplyFolder.Read(options.Value.Folder, options.Value.District);
    private readonly ConcurrentDictionary<int, ZoneDirectory> _zones = new();

    /// <summary>Can a round of this year be held at all?</summary>
    public bool Has(int year) => _byYear.ContainsKey(year) && policies.OfYear(year) is not null;

    public DistrictSupply OfYear(int year) => _byYear[year].Supply;

    public WalkTable WalksOf(int year) => _byYear[year].Walks;

    public ZoneDirectory ZonesOf(int year) => _zones.GetOrAdd(year, _ => new ZoneDirectory(_byYear[year].Supply.Zones, year, options.Value.District));

    /// <summary>The newest policy of the year: its calendar counts the days of offers.</summary>
    public Policy PolicyOf(int year) => policies.OfYear(year)!;
}
