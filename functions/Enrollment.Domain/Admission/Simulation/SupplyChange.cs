using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>What a bureau tries out on its supply; it is never stored.</summary>
/// <param name="Plans">Other plans.</param>
/// <param name="Methods">Other ways to decide among too many.</param>
/// <param name="Zones">Other boundaries: all service areas anew; null where they stay.</param>
public sealed record SupplyChange(IReadOnlyDictionary<SchoolCode, int> Plans, IReadOnlyDictionary<SchoolCode, AdmissionMethod> Methods, IReadOnlyList<Zone>? Zones)
{
    /// <summary>No change.</summary>
    public static SupplyChange None { get; } = new(new Dictionary<SchoolCode, int>(), new Dictionary<SchoolCode, AdmissionMethod>(), Zones: null);

    /// <summary>The schools it names, in order of their codes.</summary>
    public IEnumerable<SchoolCode> Schools => Plans.Keys.Union(Methods.Keys).OrderBy(code => code.Value, StringComparer.Ordinal);

    /// <summary>The supply as it would be; other years stay as they are.</summary>
    public DistrictSupply Of(DistrictSupply supply, int year) => new(
        [.. supply.Schools.Select(school => school.Year != year ? school : school with
        {
            Seats = Plans.TryGetValue(school.Code, out var seats) ? seats : school.Seats,
            Method = Methods.TryGetValue(school.Code, out var method) ? method : school.Method,
        })],
        Zones ?? supply.Zones);
}
