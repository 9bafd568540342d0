using System.Collections.Concurrent;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Schools.Demand;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Admission;

/// <summary>The district's schools, service areas and walks, read once at start, and the policies of its years.</summary>
internal sealed class DistrictSupplies(IOptions<SupplyOptions> options, Policies policies)
{
    private readonly ConcurrentDictionary<int, ZoneDirectory> _zones = new();

    public DistrictSupply Supply { get; } = SupplyLists.Of(options.Value.Folder, options.Value.District);

    public WalkTable Walks { get; } = SupplyLists.WalksOf(options.Value.Folder);

    /// <summary>Can a round of this year be held at all?</summary>
    public bool Has(int year) => Supply.SchoolsOf(year).Count > 0 && policies.OfYear(year) is not null;

    public ZoneDirectory ZonesOf(int year) => _zones.GetOrAdd(year, _ => new ZoneDirectory(Supply.Zones, year, options.Value.District));

    /// <summary>The newest policy of the year: its calendar counts the days of offers.</summary>
    public Policy PolicyOf(int year) => policies.OfYear(year)!;
}
