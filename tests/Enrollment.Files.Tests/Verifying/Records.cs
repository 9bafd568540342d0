using System.Globalization;
using System.Text;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Files.Digests;

namespace Enrollment.Files.Tests.Verifying;

/// <summary>Records of small placements of every kind, and ways to forge them.</summary>
internal static class Records
{
    private static readonly Digest Late = Digest.Of("late"u8);

    /// <summary>Record number <paramref name="number"/>: always the same.</summary>
    public static PlacementRecord Honest(int number)
    {
        var chance = new DrawSeed(Digest.Of(Encoding.ASCII.GetBytes($"record {number}"))).Chance("of the tests");
        for (; ; )
        {
            if (TryDraw(number, chance) is { } record)
                return number % 5 == 0 ? record.WithoutAttributes() : record;
        }
    }

    private static PlacementRecord? TryDraw(int number, Chance chance)
    {
        var classes = 2 + chance.Below(6);
        var pupils = classes * (4 + chance.Below(30)) + chance.Below(classes);
        var rows = Rows(pupils, classes, number, chance);
        var table = number % 2 == 0 ? Table(rows, chance) : null;
        string[]? teams = number % 3 == 0 ? [.. Enumerable.Range(1, classes).Select(team => $"t{team}")] : null;
        var least = (pupils + classes - 1) / classes;
        var isUneven = number % 7 == 1 && rows.All(row => row.Pin is null);
        int[] capacities = [.. Enumerable.Range(0, classes).Select(c => isUneven && c == 0 ? least - 2 : least + 2)];
        var list = new PlacementList("LC-M01", 2026, $"run{number}", table is null ? PlacementMode.Lot : PlacementMode.Optimised, capacities,
            SpecialNeedsCap: null, Relief: !isUneven && number % 11 == 3 ? 1 : 0, table is null ? null : new SearchBudget(1 + number % 3, 3, 5), teams,
            teams is null ? [] : [new BarredTeam("t1", rows[0].Row)], table?.Digest, rows);
        var bytes = list.CanonicalBytes();
        var digests = new ListDigests(Digest.Of(bytes), Sm3.Of(bytes));
        var secret = DrawSecret.FromBytes(Digest.Of(Encoding.ASCII.GetBytes($"secret {number}")).ToArray());
        Assert.Null(Entropy.TryParse(string.Concat(Enumerable.Range(0, 45).Select(_ => chance.Below(10).ToString(CultureInfo.InvariantCulture))), out var entropy));
        var result = PlacementDraw.Run(list, table?.ToLines(), DrawSeed.Derive(digests.Sha256, secret, entropy!));
        return result is null ? null : PlacementRecord.Of(result, digests, secret, entropy!, LateChain.Commitment(Late), table?.ToLines(), LateOf(result, number % 4));
    }

    private static List<PlacementRow> Rows(int pupils, int classes, int number, Chance chance)
    {
        var rows = new List<PlacementRow>();
        for (var i = 0; i < pupils; i++)
        {
            var sex = chance.Below(2) == 0 ? Sex.Male : Sex.Female;
            int? bundle = i is > 0 and < 9 && number % 3 != 1 ? (i + 1) / 2 : null;
            int[] apart = i is > 9 and < 16 ? [i % 3 + 1] : i == 17 && classes > 3 ? [1, 2] : [];
            int? pin = number % 6 == 5 && i == 20 ? 1 + chance.Below(classes) : null;
            rows.Add(new PlacementRow(RowCode.Of((ulong)(i * 1000 + chance.Below(1000))), sex, chance.Below(15) == 0, bundle, apart, pin));
        }
        return rows;
    }

    private static AttributeTable Table(List<PlacementRow> rows, Chance chance) => new(Digest.Of("salt"u8),
        [new AttributeColumn.Number("score", 10_000, 500, Bands: true, 100), new AttributeColumn.Number("age", 500, 0, Bands: false, 0), new AttributeColumn.Category("school", 1000), new AttributeColumn.Category("boarding", 1000)],
        [.. rows.Select(row => row.Row)],
        [.. rows.Select(_ => (int[])[chance.Below(201) * 5, chance.Below(13), chance.Below(5), chance.Below(2)])]);

    private static List<LateJoiner> LateOf(PlacementResult result, int count)
    {
        var late = new List<LateJoiner>();
        for (var j = 1; j <= count; j++)
        {
            var (row, link) = (RowCode.Of(0xffff_0000_0000_0000UL + (ulong)j), LateChain.Link(Late, j));
            if (LateJoiners.Place(result, late, row, Sex.Female, specialNeeds: false, link) is { } number)
                late.Add(new LateJoiner(row, Sex.Female, SpecialNeeds: false, link, number));
        }
        return late;
    }
}
