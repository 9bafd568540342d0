using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Domain.Tests.Placement.Rosters;

/// <summary>Rosters for tests, with only what matters spelled out.</summary>
internal static class SomePupils
{
    public static readonly RosterSecrets Secrets = new(Digest.FromBytes([.. Enumerable.Range(0, 32).Select(i => (byte)i)]), Digest.Of("salt"u8));

    public static readonly PlacementName Name = new("LC-M01", 2026, "7k3mq9x2");

    public static RosterPupil Pupil(int number, string name = "") => new(string.Create(CultureInfo.InvariantCulture, $"T-{number:000000}"), StudentRecordNo: null,
        NameOf(name.Length > 0 ? name : "名" + (char)('一' + number)), number % 2 == 0 ? Sex.Female : Sex.Male, new DateOnly(2013, 9, 1).AddDays(number * 31),
        $"第{(char)('一' + number % 3)}小学", Boarding: number % 3 == 0, Migrant: number % 4 == 0, SpecialNeed: null, Bundle: null, Fixed: null, [], []);

    public static RosterPupil With(this RosterPupil pupil, string bundle, BundleWish wish) => pupil with { Bundle = new RosterBundle(bundle, wish) };

    public static Roster Of(params IEnumerable<RosterPupil> pupils) => new([.. pupils], [30, 30, 30], [], [], []);

    public static PreparedPlacement Prepare(Roster roster, PlacementOptions? options = null, RosterSecrets? secrets = null) =>
        PreparePlacement.From(roster, options ?? new PlacementOptions(), Name, secrets ?? Secrets, Sound);

    /// <summary>Names sound like their last character here.</summary>
    public static string Sound(PersonName name) => name.Value[^1..];

    /// <summary>Tickets of pupils who share an apart set, one text a set; sorted, so that numbers do not matter.</summary>
    public static string[] ApartOf(this PreparedPlacement prepared) => Sets(prepared, i => prepared.List.Rows[i].ApartSets);

    public static string[] BundlesOf(this PreparedPlacement prepared) => Sets(prepared, i => prepared.List.Rows[i].Bundle is { } bundle ? [bundle] : []);

    private static string[] Sets(PreparedPlacement prepared, Func<int, IReadOnlyList<int>> setsOf) =>
    [
        .. Enumerable.Range(0, prepared.Pupils.Count).SelectMany(i => setsOf(i).Select(set => (Set: set, Pupil: prepared.Pupils[i].TicketId[^1..])))
            .GroupBy(pair => pair.Set, pair => pair.Pupil).Select(set => string.Join(' ', set.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal),
    ];

    private static PersonName NameOf(string text) => PersonName.TryParse(text, out var name) is null ? name! : throw new ArgumentException(text, nameof(text));
}
