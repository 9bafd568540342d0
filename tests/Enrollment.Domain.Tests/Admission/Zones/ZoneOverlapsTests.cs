using System.Diagnostics;
using CsCheck;
using Enrollment.Domain.Admission.Zones;

namespace Enrollment.Domain.Tests.Admission.Zones;

public sealed class ZoneOverlapsTests
{
    [Theory]
    [InlineData(1, 10, Parity.All, 10, 20, Parity.All, "榕荫路 10")]
    [InlineData(1, 9, Parity.All, 10, 20, Parity.All, "")]
    [InlineData(1, 99, Parity.Odd, 2, 100, Parity.Even, "")]
    [InlineData(1, 99, Parity.Odd, 1, 100, Parity.All, "榕荫路 1")]
    [InlineData(1, 10, Parity.Odd, 10, 20, Parity.Odd, "")]
    public void Of_RangesOfOneStreet_MeetByNumberAndSide(int from, int to, Parity side, int otherFrom, int otherTo, Parity otherSide, string where)
    {
        var zones = new[] { SomeZones.Of(1, new AddressClaim.Houses("榕荫路", new NumberRange(from, to, side))), SomeZones.Of(2, new AddressClaim.Houses("榕荫路", new NumberRange(otherFrom, otherTo, otherSide))) };

        Assert.Equal(where, string.Join('|', ZoneOverlaps.Of(zones).Select(overlap => overlap.Where)));
    }

    [Fact]
    public void Of_OneZoneOrTwoKinds_NoOverlap()
    {
        var claim = new AddressClaim.Houses("榕荫路", new NumberRange(1, 9));

        Assert.Empty(ZoneOverlaps.Of([SomeZones.Of(1, claim, claim), SomeZones.Of(2, ZoneKind.MultiSchool, new ZoneEntry(claim, SomeZones.Always))]));
    }

    /// <summary>The oracle asks every pair of lines about every address and year there is.</summary>
    [Fact]
    public void Of_AnyZones_ReportsExactlyWhenTwoLinesShareAnAddress() => SomeZones.Any.Sample(zones =>
    {
        var reported = ZoneOverlaps.Of(zones).Select(overlap => (overlap.First.Entry.Line, overlap.Second.Entry.Line)).ToHashSet();
        var meeting = Pairs(zones).ToHashSet();

        Assert.Subset(meeting, reported);
        // Each line that meets an earlier one is named, if not with every partner.
        Assert.Equal(meeting.Count > 0, reported.Count > 0);
    }, iter: 1000);

    [Fact]
    public void Of_ManyLinesOfOneStreet_StaysQuick()
    {
        var zones = Enumerable.Range(1, 9000).Select(i => SomeZones.Of(i, new AddressClaim.Houses("榕荫路", new NumberRange(1, 90_000)))).ToArray();

        var watch = Stopwatch.StartNew();

        Assert.Equal(8999, ZoneOverlaps.Of(zones).Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<(int, int)> Pairs(Zone[] zones)
    {
        var lines = zones.SelectMany(zone => zone.Entries.Select(entry => (zone, entry))).ToList();
        foreach (var (one, other) in lines.SelectMany(one => lines.Where(other => other.entry.Line > one.entry.Line).Select(other => (one, other))))
        {
            if (one.zone.Kind == other.zone.Kind && one.zone != other.zone && !IsUntold(one.entry.Claim, other.entry.Claim)
                && Enumerable.Range(2020, 12).Any(year => one.entry.Years.Holds(year) && other.entry.Years.Holds(year))
                && SomeZones.Addresses.Select(SomeZones.Parts).Any(parts => one.entry.Claim.Covers(parts) is not null && other.entry.Claim.Covers(parts) is not null))
            {
                yield return (one.entry.Line, other.entry.Line);
            }
        }
    }

    // What lists alone cannot tell: a compound by name against a street, or against a building whose compound is not named.
    private static bool IsUntold(AddressClaim one, AddressClaim other) =>
        (one is AddressClaim.Compound && other is AddressClaim.Houses or AddressClaim.OneBuilding { CompoundName: null })
        || (other is AddressClaim.Compound && one is AddressClaim.Houses or AddressClaim.OneBuilding { CompoundName: null });
}
