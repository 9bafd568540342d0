using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Placement;

public sealed class RecordVerificationTests
{
    private static readonly Digest Other = Digest.Of("other"u8);

    [Fact]
    public void Verify_AsPublished_Holds()
    {
        Assert.Equal("holds", Records.Verify(Records.Lot()).ToString());
        Assert.Equal("holds", Records.Verify(Records.Optimised()).ToString());
    }

    [Fact]
    public void Verify_TheTableWithheld_HoldsAndSaysWhatItCouldNotDo() =>
        Assert.Equal("holds, groups checked but not recomputed: attributes withheld", Records.Verify(Records.Optimised().WithoutAttributes()).ToString());

    public static TheoryData<RecordStep, string, Func<PlacementRecord, PlacementRecord>> Tamperings => new()
    {
        { RecordStep.Format, "another format", r => r with { Format = "enrollment-placement-record/2" } },
        { RecordStep.List, "a line that is not canonical", r => r with { List = Put(r.List, 2, "year 02026") } },
        { RecordStep.List, "a pupil less", r => r with { List = [.. r.List.SkipLast(1)] } },
        { RecordStep.Sha256, "a larger class", r => r with { List = Put(r.List, 5, "classes 14 13 12") } },
        { RecordStep.Sha256, "another sex", r => r with { List = Put(r.List, r.List.Count - 1, r.List[^1].Replace(" F ", " M ", StringComparison.Ordinal)) } },
        { RecordStep.Sha256, "its digest", r => r with { Digests = r.Digests with { Sha256 = Other } } },
        { RecordStep.Sm3, "its digest", r => r with { Digests = r.Digests with { Sm3 = Other } } },
        { RecordStep.Commitment, "another commitment", r => r with { Commitment = Other } },
        { RecordStep.Commitment, "another secret", r => r with { Secret = Other.ToString() } },
        { RecordStep.Commitment, "no secret", r => r with { Secret = "" } },
        { RecordStep.Entropy, "too little of it", r => r with { Entropy = r.Entropy[..38] } },
        { RecordStep.Entropy, "spaces in it", r => r with { Entropy = r.Entropy + " " } },
        { RecordStep.Seed, "another digit of the entropy", r => r with { Entropy = r.Entropy + "0" } },
        { RecordStep.Seed, "another seed", r => r with { Seed = Other } },
        { RecordStep.Attributes, "a table the list does not name", r => r with { Attributes = Records.Optimised().Attributes } },
        { RecordStep.Groups, "another law", r => r with { Result = Put(r.Result, 1, "law sequential") } },
        { RecordStep.Groups, "more attempts", r => r with { Result = Put(r.Result, 2, "attempts 1999") } },
        { RecordStep.Groups, "no attempts", r => r with { Result = Put(r.Result, 2, "attempts 0") } },
        { RecordStep.Groups, "a pupil in another group", r => r with { Result = Put(r.Result, 8, Moved(r.Result[8])) } },
        { RecordStep.Groups, "a pupil of another row", r => r with { Result = Put(r.Result, 8, "ffffffffffffffff 1 1") } },
        { RecordStep.Groups, "two pupils exchanged", r => r with { Result = Put(Put(r.Result, 8, r.Result[9]), 9, r.Result[8]) } },
        { RecordStep.Groups, "no pupils", r => r with { Result = [.. r.Result.Take(5)] } },
        { RecordStep.Groups, "nothing", r => r with { Result = [] } },
        { RecordStep.Numbers, "other numbers", r => r with { Result = Put(r.Result, 3, "numbers " + string.Join(' ', r.Result[3].Split(' ').Skip(1).Reverse())) } },
        { RecordStep.Teams, "other teams", r => r with { Result = Put(r.Result, 4, "teams -") } },
        { RecordStep.Classes, "a pupil in another class", r => r with { Result = Put(r.Result, 34, r.Result[34][..^1] + (r.Result[34][^1] == '1' ? '2' : '1')) } },
        { RecordStep.Result, "another heading", r => r with { Result = Put(r.Result, 0, "enrollment-result/2") } },
        { RecordStep.Result, "a line more", r => r with { Result = [.. r.Result, ""] } },
        { RecordStep.Result, "its digest", r => r with { ResultSha256 = Other } },
        { RecordStep.Late, "no commitment", r => r with { LateCommitment = null } },
        { RecordStep.Late, "another commitment", r => r with { LateCommitment = Other } },
        { RecordStep.Late, "another link", r => r with { Late = Put(r.Late, 1, r.Late[1] with { Link = Other }) } },
        { RecordStep.Late, "a joiner left out", r => r with { Late = [r.Late[0], r.Late[2]] } },
        { RecordStep.Late, "another class", r => r with { Late = Put(r.Late, 2, r.Late[2] with { Class = r.Late[2].Class % 3 + 1 }) } },
        { RecordStep.Late, "a class there is not", r => r with { Late = Put(r.Late, 2, r.Late[2] with { Class = 4 }) } },
        { RecordStep.Late, "a joiner of the list", r => r with { Late = Put(r.Late, 0, r.Late[0] with { Row = RowCode.Of(3) }) } },
        { RecordStep.Late, "a joiner twice", r => r with { Late = Put(r.Late, 1, r.Late[1] with { Row = r.Late[0].Row }) } },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Verify_TamperedWith_NamesTheStep(RecordStep step, string what, Func<PlacementRecord, PlacementRecord> tamper)
    {
        var verdict = Records.Verify(tamper(Records.Lot()));

        Assert.True(step == verdict.Difference, $"{what}: {verdict}");
        Assert.False(verdict.Holds);
        Assert.StartsWith($"does not hold: {(step is RecordStep.Sha256 ? "sha256" : $"{step}".ToLowerInvariant())}", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tamperings_OfAllSteps_AreThere() =>
        Assert.Equal(Enum.GetValues<RecordStep>(), Tamperings.Select(row => (RecordStep)row[0]).Distinct().Order());

    [Fact]
    public void Verify_AScoreChanged_IsFoundInTheTable()
    {
        var record = Records.Optimised();

        Assert.Equal(RecordStep.Attributes, Records.Verify(record with { Attributes = Put(record.Attributes!, 5, record.Attributes![5] + "1") }).Difference);
        Assert.Equal(RecordStep.Attributes, Records.Verify(record with { Attributes = [] }).Difference);
    }

    [Fact]
    public void Verify_AnOptimisedPupilMoved_IsFoundAtTheGroups()
    {
        var record = Records.Optimised();
        var exchanged = Exchanged(record, (x, y) => x.Sex == y.Sex && Free(x) && Free(y));

        Assert.Equal(RecordStep.Groups, Records.Verify(exchanged).Difference);
        // Without the table nobody can tell one allowed placement from another; its digest gives it away to whoever kept that.
        Assert.NotEqual(RecordStep.Groups, Records.Verify(exchanged.WithoutAttributes()).Difference);
    }

    public static TheoryData<string, Func<PlacementRow, PlacementRow, bool>> RulesBroken => new()
    {
        { "Sexes", (x, y) => x.Sex != y.Sex && Free(x) && Free(y) },
        { "SpecialNeeds", (x, y) => x.Sex == y.Sex && x is { SpecialNeeds: true, Bundle: null, Pin: null, ApartSets.Count: 0 } && Free(y) },
        { "Together", (x, y) => x.Sex == y.Sex && x is { Bundle: not null, SpecialNeeds: false } && Free(y) },
    };

    [Theory]
    [MemberData(nameof(RulesBroken))]
    public void Verify_ARuleBrokenWhileTheTableIsWithheld_IsFoundAtTheGroups(string rule, Func<PlacementRow, PlacementRow, bool> exchange) =>
        Assert.Equal($"does not hold: groups: {rule}", Records.Verify(Exchanged(Records.Optimised().WithoutAttributes(), exchange)).ToString());

    [Fact]
    public void Verify_AListWithoutResult_IsADifferenceAndNoFailure()
    {
        var list = Lists.Of([1, 1], "M", "F", "M");
        var bytes = list.CanonicalBytes();
        var record = Records.Lot();
        var secret = DrawSecret.TryParse(record.Secret, out var parsed) ? parsed! : throw new InvalidOperationException();
        Assert.Null(Entropy.TryParse(record.Entropy, out var entropy));
        var digests = new ListDigests(Digest.Of(bytes), Enrollment.Files.Digests.Sm3.Of(bytes));

        var verdict = Records.Verify(record with
        {
            List = list.ToLines(),
            Digests = digests,
            Seed = DrawSeed.Derive(digests.Sha256, secret, entropy!).Value,
            Result = ["enrollment-result/1", "law uniform", "attempts 1", "numbers 1 2", "teams -", .. list.Rows.Select((row, i) => $"{row.Row} {i % 2 + 1} {i % 2 + 1}")],
        });

        Assert.Equal(RecordStep.Groups, verdict.Difference);
    }

    private static bool Free(PlacementRow row) => row is { SpecialNeeds: false, Bundle: null, Pin: null, ApartSets.Count: 0 };

    /// <summary>The record with the first two pupils of different groups that suit exchanged, and everything after it recomputed as a forger would.</summary>
    private static PlacementRecord Exchanged(PlacementRecord record, Func<PlacementRow, PlacementRow, bool> suits)
    {
        var list = Assert.IsType<PlacementListReading.Read>(PlacementList.Parse(record.List)).List;
        var lines = record.Result.Skip(5).Select(line => line.Split(' ')).ToArray();
        var (i, j) = Enumerable.Range(0, lines.Length).SelectMany(i => Enumerable.Range(0, lines.Length).Select(j => (i, j)))
            .First(pair => lines[pair.i][1] != lines[pair.j][1] && suits(list.Rows[pair.i], list.Rows[pair.j]));
        (lines[i], lines[j]) = ([lines[i][0], lines[j][1], lines[j][2]], [lines[j][0], lines[i][1], lines[i][2]]);
        return record with { Result = [.. record.Result.Take(5), .. lines.Select(parts => string.Join(' ', parts))] };
    }

    private static string Moved(string line) => line.Split(' ') is [var row, var group, var number] ? $"{row} {(group == "1" ? 2 : 1)} {number}" : line;

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> items, int at, T item) => [.. items.Take(at), item, .. items.Skip(at + 1)];
}
