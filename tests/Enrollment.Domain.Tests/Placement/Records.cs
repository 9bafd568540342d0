using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Files.Digests;

namespace Enrollment.Domain.Tests.Placement;

/// <summary>Records of drawn placements.</summary>
internal static class Records
{
    private const string Digits = "314159265358979323846264338327950288419716939937510";
    private static readonly Digest LateSecret = Digest.Of("late"u8);

    /// <summary>Thirty pupils in three classes under every rule, with teams and three late joiners.</summary>
    public static PlacementRecord Lot()
    {
        var list = Lists.Of([13, 13, 12], [.. Enumerable.Range(0, 30).Select(i => (i % 2 == 0 ? "M" : "F") + (i % 10 == 0 ? "1" : "") + RuleOf(i))]);
        return Of(list with { SpecialNeedsCap = 2, Teams = ["t1", "t2", "t3"], Barred = [new BarredTeam("t2", list.Rows[4].Row)] }, attributes: null, joiners: 3);
    }

    /// <summary>The same pupils, improved by a short search for a score.</summary>
    public static PlacementRecord Optimised()
    {
        var list = Lot().List is var lines && PlacementList.Parse(lines) is PlacementListReading.Read read ? read.List : throw new InvalidOperationException();
        var table = new AttributeTable(Digest.Of("salt"u8), [new AttributeColumn.Number("total", 1000, 500, Bands: false, 0)],
            [.. list.Rows.Select(row => row.Row)], [.. list.Rows.Select((_, i) => new[] { 100 + i * i % 37 })]);
        return Of(list with { Mode = PlacementMode.Optimised, Search = new SearchBudget(1, 4, 4), Attributes = table.Digest }, table.ToLines(), joiners: 0);
    }

    public static RecordVerdict Verify(PlacementRecord record) => RecordVerification.Verify(record, Sm3.Of);

    private static string RuleOf(int pupil) => pupil switch { 1 or 2 => " b1", 3 or 5 or 7 => " a1", 6 or 7 => " a2", 11 => " p2", _ => "" };

    private static PlacementRecord Of(PlacementList list, IReadOnlyList<string>? attributes, int joiners)
    {
        var digests = new ListDigests(Digest.Of(list.CanonicalBytes()), Sm3.Of(list.CanonicalBytes()));
        var secret = DrawSecret.FromBytes(Digest.Of("secret"u8).ToArray());
        if (Entropy.TryParse(Digits, out var entropy) is not null)
            throw new InvalidOperationException(Digits);
        var result = PlacementDraw.Run(list, attributes, DrawSeed.Derive(digests.Sha256, secret, entropy!))!;
        var late = new List<LateJoiner>();
        for (var j = 1; j <= joiners; j++)
        {
            var (row, sex, link) = (RowCode.Of(1000 + (ulong)j), j % 2 == 0 ? Sex.Male : Sex.Female, LateChain.Link(LateSecret, j));
            late.Add(new LateJoiner(row, sex, j == 3, link, LateJoiners.Place(result, late, row, sex, j == 3, link)!.Value));
        }
        return PlacementRecord.Of(result, digests, secret, entropy!, LateChain.Commitment(LateSecret), attributes, late);
    }
}
