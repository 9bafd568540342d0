using System.Globalization;
using CsCheck;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Admission.Zones;

/// <summary>A small district: few streets, compounds and numbers, so that claims meet often.</summary>
internal static class SomeZones
{
    public const string District = "鲤城区";
    public static readonly IReadOnlyList<string> Streets = ["榕荫路", "桐影街"];
    public static readonly IReadOnlyList<string> Compounds = ["锦绣花园", "文华里"];
    private const int Numbers = 6;
    private const int Buildings = 3;

    public static readonly YearSpan Always = new(2020, null);

    private static readonly Gen<string> AnyStreet = Gen.OneOf(Streets.ToArray());
    private static readonly Gen<string> AnyCompound = Gen.OneOf(Compounds.ToArray());
    private static readonly Gen<Parity> AnyParity = Gen.OneOf(Parity.All, Parity.Odd, Parity.Even);

    private static readonly Gen<AddressClaim> AnyClaim = Gen.OneOf<AddressClaim>(
        Gen.Select(AnyStreet, RangeTo(Numbers), (street, range) => (AddressClaim)new AddressClaim.Houses(street, range)),
        Gen.Select(AnyCompound, Optional(AnyStreet), Optional(RangeTo(Buildings)), (name, street, range) => (AddressClaim)new AddressClaim.Compound(name, street, range)),
        Gen.Select(AnyStreet, Gen.Int[1, Numbers], Optional(AnyCompound), Gen.Int[1, Buildings], (street, number, name, building) => (AddressClaim)new AddressClaim.OneBuilding(street, number, name, building)));

    private static readonly Gen<YearSpan> AnyYears = Gen.Select(Gen.Int[2024, 2027], Gen.Int[-1, 2], (from, more) => new YearSpan(from, more < 0 ? null : from + more));

    public static readonly Gen<Zone[]> Any = Gen.Select(AnyClaim, AnyYears, Gen.Int[0, 3]).Array[0, 7].Select(lines =>
    {
        var numbered = lines.Select((line, i) => (Zone: line.Item3, Entry: new ZoneEntry(line.Item1, line.Item2, i + 1)));
        return numbered.GroupBy(line => line.Zone, line => line.Entry).Select(zone => Of(zone.Key, zone.Key % 2 == 0 ? ZoneKind.SingleSchool : ZoneKind.MultiSchool, [.. zone])).ToArray();
    });

    /// <summary>Every full address there is: what somebody's register may say.</summary>
    public static IEnumerable<string> Addresses { get; } = [..
        from street in Streets
        from number in Enumerable.Range(1, Numbers)
        from compound in Compounds.Prepend("")
        from building in Enumerable.Range(0, Buildings + 1)
        select string.Create(CultureInfo.InvariantCulture, $"福建省泉州市鲤城区{street}{number}号{compound}") + (building == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{building}幢101室"))];

    public static Zone Of(int number, ZoneKind kind, params ZoneEntry[] entries) => new(ZoneCode.Parse(string.Create(CultureInfo.InvariantCulture, $"Z{number:0000}")), kind, [], entries);

    public static Zone Of(int number, params AddressClaim[] claims) => Of(number, ZoneKind.SingleSchool, [.. claims.Select((claim, i) => new ZoneEntry(claim, Always, number * 10 + i))]);

    public static AddressParts Parts(string address) => StandardAddress.TryParse(address, out var standard) ? AddressParts.Of(standard!) : throw new FormatException("No address.");

    private static Gen<NumberRange> RangeTo(int most) => Gen.Select(Gen.Int[1, most], Gen.Int[0, most - 1], AnyParity, (from, more, parity) => new NumberRange(from, Math.Min(most, from + more), parity));

    private static Gen<T?> Optional<T>(Gen<T> gen) where T : class => Gen.Select(Gen.Bool, gen, (isThere, value) => isThere ? value : null);
}
