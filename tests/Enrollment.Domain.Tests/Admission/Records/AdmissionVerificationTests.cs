using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Records;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Tests.Admission.Records;

public sealed class AdmissionVerificationTests
{
    private static readonly Digest Other = Digest.Of("other"u8);

    /// <summary>Twelve children for four places of their zone and two others of a school farther away, and some beyond.</summary>
    private static readonly AdmissionList List = Rounds.Of(
        [Rounds.School(1, 4), Rounds.School(2, 2), Rounds.School(3, 9)], [Rounds.Single(1, 1), Rounds.Multi(2, 1, 2)],
        [.. Enumerable.Range(1, 12).Select(i => i % 3 == 0
            ? Rounds.Child(i) with { ChoiceZone = Rounds.ZoneNumber(2), Choices = [Rounds.Code(2), Rounds.Code(1)] }
            : Rounds.Child(i) with { Zone = Rounds.ZoneNumber(1), Bundle = i is 4 or 5 ? 1 : null })]);

    private static readonly AdmissionRecord Record = AdmissionRecords.Of(List);

    [Fact]
    public void Verify_AsPublished_Holds() => Assert.Equal("holds", AdmissionRecords.Verify(Record).ToString());

    [Fact]
    public void Parse_OfItsJson_IsTheSameRecord()
    {
        var read = AdmissionRecord.Parse(Record.ToJson())!;

        Assert.Equal(Record.ToJson(), read.ToJson());
        Assert.True(AdmissionRecords.Verify(read).Holds);
    }

    public static TheoryData<AdmissionStep, string, Func<AdmissionRecord, AdmissionRecord>> Tamperings => new()
    {
        { AdmissionStep.Format, "another format", r => r with { Format = "enrollment-placement-record/1" } },
        { AdmissionStep.List, "a line that is not canonical", r => r with { List = Put(r.List, 2, "year 02026") } },
        { AdmissionStep.List, "a child less", r => r with { List = [.. r.List.SkipLast(1)] } },
        { AdmissionStep.Faults, "too few places", r => r with { List = Put(r.List, 9, r.List[9].Replace(" 9 ", " 0 ", StringComparison.Ordinal)) } },
        { AdmissionStep.Sha256, "a larger plan", r => r with { List = Put(r.List, 9, r.List[9].Replace(" 9 ", " 10 ", StringComparison.Ordinal)) } },
        { AdmissionStep.Sha256, "its digest", r => r with { Digests = r.Digests with { Sha256 = Other } } },
        { AdmissionStep.Sm3, "its digest", r => r with { Digests = r.Digests with { Sm3 = Other } } },
        { AdmissionStep.Commitment, "another commitment", r => r with { Commitment = Other } },
        { AdmissionStep.Commitment, "another secret", r => r with { Secret = Other.ToString() } },
        { AdmissionStep.Commitment, "no secret", r => r with { Secret = "" } },
        { AdmissionStep.Entropy, "too little of it", r => r with { Entropy = r.Entropy[..38] } },
        { AdmissionStep.Seed, "another digit of the entropy", r => r with { Entropy = r.Entropy + "0" } },
        { AdmissionStep.Seed, "another seed", r => r with { Seed = Other } },
        { AdmissionStep.Seed, "the seed of a class placement", r => r with { Seed = PlacementSeed(r) } },
        { AdmissionStep.Lots, "two numbers exchanged", r => WithPlaces(r, p => [p[0] with { Lot = p[1].Lot }, p[1] with { Lot = p[0].Lot }, .. p.Skip(2)]) },
        { AdmissionStep.Places, "a child at another school", r => WithPlaces(r, p => [p[0] with { School = Rounds.Code(p[0].School == Rounds.Code(3) ? 1 : 3) }, .. p.Skip(1)]) },
        { AdmissionStep.Places, "a child by another stage", r => WithPlaces(r, p => [p[0] with { Stage = p[0].Stage == "area" ? "rest" : "area" }, .. p.Skip(1)]) },
        { AdmissionStep.CutOffs, "another figure", r => WithResult(r, result => result with { CutOffs = [result.CutOffs[0] with { Wanted = 999 }, .. result.CutOffs.Skip(1)] }) },
        { AdmissionStep.CutOffs, "one left out", r => WithResult(r, result => result with { CutOffs = [.. result.CutOffs.Skip(1)] }) },
        { AdmissionStep.Result, "a line more", r => r with { Result = [.. r.Result, ""] } },
        { AdmissionStep.Result, "a million cut-offs announced", r => r with { Result = Put(r.Result, 1, "cutoffs 999999999") } },
        { AdmissionStep.Result, "nothing", r => r with { Result = [] } },
        { AdmissionStep.Result, "a child left out", r => r with { Result = [.. r.Result.SkipLast(1)] } },
        { AdmissionStep.Result, "its digest", r => r with { ResultSha256 = Other } },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Verify_TamperedWith_NamesTheStep(AdmissionStep step, string what, Func<AdmissionRecord, AdmissionRecord> tamper)
    {
        var verdict = AdmissionRecords.Verify(tamper(Record));

        Assert.True(step == verdict.Difference, $"{what}: {verdict}");
        Assert.False(verdict.Holds);
        Assert.StartsWith($"does not hold: {$"{step}".ToLowerInvariant()}", verdict.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A step of its own that only a fault of the program itself could reach: a recomputation that is as wrong as the record.</summary>
    [Fact]
    public void Tamperings_OfAllStepsButTheInvariants_AreThere() =>
        Assert.Equal(Enum.GetValues<AdmissionStep>().Where(step => step is not AdmissionStep.Invariants), Tamperings.Select(row => (AdmissionStep)row[0]!).Distinct().Order());

    public static TheoryData<string, string, string> NoRecords => new()
    {
        { "a member less", "\"entropy\":", "\"other\":" },
        { "a member twice", "\"seed\":", "\"format\":" },
        { "a number for a text", "\"format\": \"enrollment-admission-record/1\"", "\"format\": 1" },
        { "capital digits", "\"sm3\": \"", "\"sm3\": \"A" },
        { "no JSON", "{", "" },
    };

    [Theory]
    [MemberData(nameof(NoRecords))]
    public void Parse_NoRecord_IsNull(string what, string old, string changed)
    {
        var json = System.Text.Encoding.UTF8.GetString(Record.ToJson()).Replace(old, changed, StringComparison.Ordinal);

        Assert.True(AdmissionRecord.Parse(System.Text.Encoding.UTF8.GetBytes(json)) is null, what);
    }

    private static Digest PlacementSeed(AdmissionRecord record)
    {
        Assert.True(DrawSecret.TryParse(record.Secret, out var secret));
        Assert.Null(Entropy.TryParse(record.Entropy, out var entropy));
        return DrawSeed.Derive(record.Digests.Sha256, secret!, entropy!).Value;
    }

    private static AdmissionRecord WithPlaces(AdmissionRecord record, Func<IReadOnlyList<AdmissionPlace>, IReadOnlyList<AdmissionPlace>> change) =>
        WithResult(record, result => result with { Places = change(result.Places) });

    private static AdmissionRecord WithResult(AdmissionRecord record, Func<AdmissionResult, AdmissionResult> change)
    {
        var result = change(AdmissionResult.Parse(List, record.Result)!);
        return record with { Result = result.ToLines(), ResultSha256 = result.Digest };
    }

    private static IReadOnlyList<string> Put(IReadOnlyList<string> items, int at, string item) => [.. items.Take(at), item, .. items.Skip(at + 1)];
}
