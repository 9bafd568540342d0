using CsCheck;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Admission.Zones;

public sealed class ZoneDirectoryTests
{
    private static readonly Zone[] Two =
    [
        SomeZones.Of(1, new AddressClaim.Houses("榕荫路", new NumberRange(1, 199, Parity.Odd)), new AddressClaim.Compound("锦绣花园", "榕荫路", null)),
        SomeZones.Of(2, new AddressClaim.Houses("榕荫路", new NumberRange(2, 200, Parity.Even)), new AddressClaim.Compound("文华里", null, null),
            new AddressClaim.OneBuilding("桐影街", 8, "翰林居", 3)),
    ];

    [Theory]
    [InlineData("福建省泉州市鲤城区榕荫路7号", "Found Z0001 StreetAndNumber sure")]
    [InlineData("福建省泉州市鲤城区榕荫路8号", "Found Z0002 StreetAndNumber sure")]
    [InlineData("鲤城区榕荫路7号锦绣花园3幢201室", "Found Z0001 StreetAndNumber sure")]
    [InlineData("鲤城区榕荫路777号锦绣花园3幢201室", "Found Z0001 CompoundOnStreet sure")]
    [InlineData("鲤城区桐影街8号翰林居3幢201室", "Found Z0002 ExactBuilding sure")]
    [InlineData("鲤城区桐影街8号翰林居4幢201室", "Unknown NotListed")]
    [InlineData("鲤城区锦绣花园3幢201室", "Found Z0001 CompoundOnly")]
    [InlineData("鲤城区桐影街9号文华里3幢", "Found Z0002 CompoundOnly")]
    [InlineData("榕荫路7号", "Found Z0001 DistrictNotStated")]
    [InlineData("鲤城区榕荫路8号锦绣花园3幢", "Ambiguous Z0001 Z0002")]
    [InlineData("丰泽区榕荫路7号", "Unknown OtherDistrict")]
    [InlineData("鲤城区榕荫路201号", "Unknown NotListed")]
    [InlineData("鲤城区东榕荫路7号", "Unknown NotListed")]
    [InlineData("鲤城区7号", "Unknown NotReadable")]
    public void Find_Address_SaysHowSure(string address, string expected)
    {
        var found = Find(Two, 2026, address).SingleSchool;

        Assert.Equal(expected, Text(found));
    }

    [Fact]
    public void Find_YearsOfEntries_AreHistory()
    {
        var moved = new AddressClaim.Houses("榕荫路", new NumberRange(1, 10));
        var zones = new[]
        {
            SomeZones.Of(1, ZoneKind.SingleSchool, new ZoneEntry(moved, new YearSpan(2020, 2025))),
            SomeZones.Of(2, ZoneKind.SingleSchool, new ZoneEntry(moved, new YearSpan(2026, null))),
        };

        int[] years = [2019, 2020, 2025, 2026, 2099];

        var found = years.Select(year => Text(Find(zones, year, "鲤城区榕荫路7号").SingleSchool));

        Assert.Equal(["Unknown NotListed", "Found Z0001 StreetAndNumber sure", "Found Z0001 StreetAndNumber sure", "Found Z0002 StreetAndNumber sure", "Found Z0002 StreetAndNumber sure"], found);
    }

    [Theory]
    [InlineData("鲤城区榕荫路7号", false)]
    [InlineData("鲤城区锦绣花园3幢201室", true)]
    [InlineData("鲤城区榕荫路8号锦绣花园3幢", true)]
    [InlineData("鲤城区榕荫路999号", true)]
    public void NeedsPerson_AllButASureMatch(string address, bool needs) => Assert.Equal(needs, Find(Two, 2026, address).NeedsPerson);

    [Fact]
    public void Find_SureInOneKindAndWeakInTheOther_NeedsPerson()
    {
        var zones = new[] { Two[0], SomeZones.Of(3, ZoneKind.MultiSchool, new ZoneEntry(new AddressClaim.Compound("锦绣花园", null, null), SomeZones.Always)) };

        var found = Find(zones, 2026, "鲤城区榕荫路7号锦绣花园3幢");

        Assert.Equal(("Found Z0001 StreetAndNumber sure", "Found Z0003 CompoundOnly", true), (Text(found.SingleSchool), Text(found.MultiSchool), found.NeedsPerson));
        Assert.Equal((1, (int?)null), (found.SingleSchool.Listed, found.MultiSchool.Listed));
    }

    /// <summary>The oracle asks every line of every zone; the directory only those its indexes lead to.</summary>
    [Fact]
    public void Find_AnyZones_AgreesWithAskingEveryLine() =>
        Gen.Select(SomeZones.Any, Gen.Int[2023, 2030], Gen.Int[0, SomeZones.Addresses.Count() - 1]).Sample((zones, year, at) =>
        {
            var address = SomeZones.Addresses.ElementAt(at);
            var parts = SomeZones.Parts(address);

            var found = Find(zones, year, address);

            foreach (var (kind, match) in new[] { (ZoneKind.SingleSchool, found.SingleSchool), (ZoneKind.MultiSchool, found.MultiSchool) })
            {
                var hits = zones.Where(zone => zone.Kind == kind).SelectMany(zone => zone.Entries.Where(entry => entry.Years.Holds(year))
                    .Select(entry => (zone.Code, Sure: entry.Claim.Covers(parts)))).Where(hit => hit.Sure is not null).ToList();
                var named = hits.Select(hit => hit.Code.Value).Distinct().Order(StringComparer.Ordinal).ToList();
                var expected = named switch
                {
                    [] => "Unknown NotListed",
                    [var one] => $"Found {one} {hits.Min(hit => hit.Sure)}{(hits.Min(hit => hit.Sure) <= MatchConfidence.CompoundOnStreet ? " sure" : "")}",
                    _ => $"Ambiguous {string.Join(' ', named)}",
                };
                Assert.Equal(expected, Text(match));
            }
        }, iter: 2000);

    private static ServiceArea Find(IEnumerable<Zone> zones, int year, string address) =>
        StandardAddress.TryParse(address, out var standard) ? new ZoneDirectory(zones, year, SomeZones.District).Find(standard!) : throw new FormatException("No address.");

    private static string Text(ZoneMatch match) => match switch
    {
        ZoneMatch.Found found => $"Found {found.Zone} {found.Confidence}{(found.IsSure ? " sure" : "")}",
        ZoneMatch.Ambiguous several => $"Ambiguous {string.Join(' ', several.Zones)}",
        ZoneMatch.Unknown unknown => $"Unknown {unknown.Reason}",
        _ => throw new InvalidOperationException("ZoneMatch is closed."),
    };
}
