using System.Text.Json;
using Enrollment.DevCluster.Seeds;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>A child on its way from an application to a school.</summary>
internal sealed record Enrollee(DemoFamily Family, PlannedWay Way, string ApplicationId)
{
    private const int MostChoices = 3;

    // Each street lies in one school's area (R10).
    private static readonly Dictionary<string, int> SchoolOfStreet = Schools.All.Index()
        .SelectMany(school => school.Item.ServiceAreas.Select(area => (area.Street, school.Index))).ToDictionary(area => area.Street, area => area.Index, StringComparer.Ordinal);

    // The seeds' zones of several schools (Seeds/Admission/SeedZones.cs), by the school's place in the list; each other school has its own.
    private static readonly (string Zone, int First, int Last)[] ChoiceZones = [("Z0101", 12, 14), ("Z0102", 15, 16)];

    public static Enrollee Of(Case @case) => new(@case.Family, PlannedWay.Of(@case.Family), @case.ApplicationId!);

    /// <summary>As it stands in a school's list: the form's own words, which no two children share.</summary>
    public string Name => string.Join('|', Family.Form.GetProperty("child").GetProperty("name").GetString(), Family.Form.GetProperty("child").GetProperty("birthDate").GetString(),
        Family.Form.GetProperty("guardian").GetProperty("phone").GetString());

    /// <summary>Where the child lives: for residents of the first group where it is registered.</summary>
    public string Zone => ZoneOf(Home ?? Family.Number % Schools.All.Count);

    /// <summary>Whether the address lies in the district at all; where not, the bureau says which area counts.</summary>
    public bool IsAtHomeInDistrict => Home is not null;

    /// <summary>The schools the family ranks: those of its zone of several, or as a migrant family the next ones; none where there is nothing to choose.</summary>
    public IReadOnlyList<string> Choices => Way.Category switch
    {
        "ConsistentResident" when Array.Find(ChoiceZones, zone => zone.Zone == Zone) is { Zone: not null } zone =>
            [.. Enumerable.Range(0, zone.Last - zone.First + 1).Select(step => Code(zone.First + ((Home!.Value - zone.First + step) % (zone.Last - zone.First + 1))))],
        // Of the district's schools, which come first in the list; the city's take no migrants by choice.
        "MigrantChild" or "FiveDistrictMover" => [.. Enumerable.Range(0, MostChoices).Select(step => Code((Family.Number + (step * 5)) % DistrictSchools))],
        _ => [],
    };

    private static int DistrictSchools { get; } = Schools.All.Count(school => school.Authority is SchoolAuthority.District);

    private int? Home
    {
        get
        {
            var address = (Way.Category == "ConsistentResident" && Family.Form.TryGetProperty("household", out var household) && household.ValueKind == JsonValueKind.Object
                ? household : Family.Form.GetProperty("residence")).GetProperty("address").GetString()!;
            return address.Contains("鲤城区", StringComparison.Ordinal) && SchoolOfStreet.Keys.FirstOrDefault(street => address.Contains(street, StringComparison.Ordinal)) is { } found
                ? SchoolOfStreet[found] : null;
        }
    }

    private static string ZoneOf(int school) => Array.Find(ChoiceZones, zone => school >= zone.First && school <= zone.Last) is { Zone: { } shared } ? shared : FormattableString.Invariant($"Z{school + 1:0000}");

    private static string Code(int school) => Schools.All[school].Code;
}
