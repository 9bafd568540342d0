using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Exports;

namespace Enrollment.Files.Tests.Exports;

/// <summary>Lists of invented pupils, as a draw would leave them.</summary>
internal static class SomeLists
{
    public const string Entropy = "314159265358979323846264338327950288419";

    /// <summary>Names that break naive writers, each with what they try.</summary>
    public static readonly string[] HostileNames =
    [
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "_x0041_伟", "a_x000D_b", "<b>&\"'", "林\u0001二", "\uD800孤", "龙😀马",
        "\u202E明志陈", "محمد بن سلمان", "𠮷野家", "  空 格  ", new string('买', 40), "'=1+1",
    ];

    public static PlacementLists Of(params IReadOnlyList<ListedRow> rows) => new(
        new PlacementName("LC-M01", 2026, "run0123456789abcdef"), new ListDigests(Digest.Of("list"u8), Digest.Of("sm3"u8)), Digest.Of("commitment"u8), Entropy,
        Digest.Of("result"u8), rows);

    /// <summary>So many pupils in so many classes, with one late joiner in the last.</summary>
    public static PlacementLists Of(int pupils, int classes, bool withTeams = true)
    {
        var rows = Enumerable.Range(0, pupils).Select(i => Row(i % classes + 1, i, NameOf(i), withTeams));
        return Of([.. rows.OrderBy(row => row.Class), new ListedRow(classes, withTeams ? $"t{classes}" : null, RowCode.Of(0xABCDEF), Sex.Female, Pupil: null)]);
    }

    public static PlacementLists Hostile() => Of([.. HostileNames.Select((name, i) => Row(1, i, name, withTeams: true))]);

    private static ListedRow Row(int number, int pupil, string name, bool withTeams) => new(
        number, withTeams ? $"t{number}" : null, RowCode.Of((ulong)pupil + 1), pupil % 2 == 0 ? Sex.Male : Sex.Female,
        new ListedPupil(string.Create(CultureInfo.InvariantCulture, $"00{pupil:0000}"), name, pupil % 2 == 0 ? Sex.Male : Sex.Female));

    private static string NameOf(int pupil) => $"{"陈林黄王张吴李蔡许郑"[pupil % 10]}{"志丽建雅宇婷浩欣俊怡"[pupil / 10 % 10]}{"明芳"[pupil / 100 % 2]}";
}
