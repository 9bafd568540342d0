using CsCheck;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Placement;

public sealed class PlacementListTests
{
    private static readonly string[] Canonical =
    [
        "enrollment-placement/1", "school LC-M01", "year 2026", "run 7k3mq9x2", "mode lot", "classes 50 50 48", "special-needs-cap 2", "relief 0", "search 2 900 50",
        "teams t1 t2 t3", "barred t2 0c6a4be07fe12d35", "attributes 00000000000000000000000000000000000000000000000000000000000000ab", "pupils 3",
        "00a1b2c3d4e5f607 M 0 - - -", "0c6a4be07fe12d35 F 1 b1 a1,a4 2", "fffffffffffffff0 F 0 - a4 -",
    ];

    [Fact]
    public void Parse_TheCanonicalForm_IsWrittenTheSame()
    {
        var list = Assert.IsType<PlacementListReading.Read>(PlacementList.Parse(Canonical)).List;

        Assert.Equal(Canonical, list.ToLines());
        Assert.Equal(string.Concat(Canonical.Select(line => line + "\n")), System.Text.Encoding.UTF8.GetString(list.CanonicalBytes()));
    }

    public static TheoryData<int, string> Mutilations => new()
    {
        { 1, "enrollment-placement/2" }, { 1, "enrollment-placement/1 " }, { 1, "\uFEFFenrollment-placement/1" },
        { 2, "school " }, { 2, "school -" }, { 2, "school 莲池" }, { 2, "school LC M01" }, { 2, "school  LC-M01" }, { 2, "School LC-M01" }, { 2, "school LC-M01\n" },
        { 2, "school " + new string('x', 41) },
        { 3, "year 02026" }, { 3, "year +2026" }, { 3, "year ２０２６" }, { 3, "year 10000" }, { 3, "year" }, { 3, "year 2026.0" },
        { 5, "mode Lot" }, { 5, "mode other" },
        { 6, "classes 50 50 0" }, { 6, "classes 50 50 201" }, { 6, "classes 50  50" }, { 6, "classes " }, { 6, "classes 50 50 48 " }, { 6, "classes -" },
        { 7, "special-needs-cap" }, { 7, "special-needs-cap -1" }, { 7, "special-needs-cap 1000000000" },
        { 8, "relief 11" }, { 8, "relief -" },
        { 9, "search 2 900" }, { 9, "search 0 900 50" }, { 9, "search 2 900 50 1" },
        { 10, "teams t1 t2" }, { 10, "teams t1 t2 t2" }, { 10, "teams t1 t2 t3 t4" }, { 10, "teams" },
        { 11, "barred t4 0c6a4be07fe12d35" }, { 11, "barred t2" }, { 11, "barred t2 0C6A4BE07FE12D35" },
        { 12, "attributes 00AB" },
        { 13, "pupils 03" }, { 13, "pupils" },
        { 14, "00A1b2c3d4e5f607 M 0 - - -" }, { 14, "00a1b2c3d4e5f607 X 0 - - -" }, { 14, "00a1b2c3d4e5f607 M 2 - - -" }, { 14, "00a1b2c3d4e5f607 M 0 - -" },
        { 14, "00a1b2c3d4e5f607 M 0 - - - -" }, { 14, "00a1b2c3d4e5f607 M 0 b - -" }, { 14, "00a1b2c3d4e5f607 M 0 b01 - -" }, { 14, "00a1b2c3d4e5f607 M 0 - a4,a1 -" },
        { 14, "00a1b2c3d4e5f607 M 0 - a1,a1 -" }, { 14, "00a1b2c3d4e5f607 M 0 - a1, -" }, { 14, "00a1b2c3d4e5f607 M 0 - - 0" }, { 14, "00a1b2c3d4e5f607 M 0 - - 4" },
        { 15, "00a1b2c3d4e5f607 F 1 - - -" }, { 15, "00a1b2c3d4e5f606 F 1 - - -" },
    };

    [Theory]
    [MemberData(nameof(Mutilations))]
    public void Parse_OneLineThatIsNotCanonical_NamesIt(int line, string text)
    {
        string[] lines = [.. Canonical];
        lines[line - 1] = text;

        Assert.Equal(new PlacementListReading.Malformed(line), PlacementList.Parse(lines));
    }

    [Fact]
    public void Parse_WithoutItsEndOrWithMore_IsMalformed()
    {
        for (var length = 0; length < Canonical.Length; length++)
            Assert.Equal(new PlacementListReading.Malformed(length + 1), PlacementList.Parse(Canonical[..length]));
        Assert.IsType<PlacementListReading.Malformed>(PlacementList.Parse([.. Canonical, ""]));
    }

    [Theory]
    [InlineData(9, "search -")]
    [InlineData(12, "attributes -")]
    [InlineData(10, "teams -")]
    [InlineData(11, "barred t2 ffffffffffffffff")]
    public void Parse_LinesThatContradictEachOther_IsMalformed(int line, string text)
    {
        string[] lines = [.. Canonical];
        lines[line - 1] = text;

        Assert.IsType<PlacementListReading.Malformed>(PlacementList.Parse(lines));
    }

    [Fact]
    public void Parse_AnyUnitReplaced_IsMalformedOrWrittenTheSame() =>
        Gen.Select(Gen.Int[0, Canonical.Length - 1], Gen.Int[0, 1000], Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\uFFFF'])).Sample((line, at, unit) =>
        {
            string[] lines = [.. Canonical];
            lines[line] = Hostile.Replace(lines[line], at % lines[line].Length, unit);
            return PlacementList.Parse(lines) is not PlacementListReading.Read read || read.List.ToLines().SequenceEqual(lines, StringComparer.Ordinal);
        }, iter: 20_000);

    [Fact]
    public void Parse_HostileLines_AreMalformed()
    {
        foreach (var text in Hostile.Texts.OfType<string>())
        {
            for (var line = 0; line < Canonical.Length; line++)
            {
                string[] lines = [.. Canonical];
                lines[line] = text;
                Assert.Equal(new PlacementListReading.Malformed(line + 1), PlacementList.Parse(lines));
            }
        }
    }
}
