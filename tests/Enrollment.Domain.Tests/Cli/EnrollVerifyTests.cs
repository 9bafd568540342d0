using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Enrollment.Domain.Admission.Records;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Tests.Placement;

namespace Enrollment.Domain.Tests.Cli;

/// <summary>One command for both kinds of record: what holds, what was tampered with, and what is neither.</summary>
public sealed class EnrollVerifyTests : IDisposable
{
    private const int Changes = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("enroll-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A record the service wrote for the script's own tests.</summary>
    [Fact]
    public async Task Verify_RecordOfARound_BothVerifiersSayTheSame()
    {
        var record = RoundRecord("licheng-primary");
        var tampered = JsonNode.Parse(await File.ReadAllTextAsync(record))!;
        var seed = tampered["seed"]!.GetValue<string>();
        tampered["seed"] = (seed[0] == '0' ? '1' : '0') + seed[1..];

        await Enroll.AssertBothSayAsync("admission.js", record, 0, "holds");
        await Enroll.AssertBothSayAsync("admission.js", Write(Encoding.UTF8.GetBytes(tampered.ToJsonString())), 1, "does not hold: seed");
    }

    [Fact]
    public void Verify_RecordOfPrivateSchools_Holds() => Assert.Equal((0, "holds\n", ""), Enroll.Run("verify", RoundRecord("private-joint-lot")));

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "placement", Records.Lot().ToJson() },
        { "round", File.ReadAllBytes(RoundRecord("private-joint-lot")) },
    };

    /// <summary>Whatever byte is changed, left out or put in: only the same record holds, and a record that does not names a step it knows.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Verify_AnyOneByteChanged_HoldsOnlyIfItIsTheSameRecord(string kind, byte[] record) =>
        Gen.Select(Gen.Int[0, record.Length - 1], Gen.Int[0, 2], Gen.Byte).Sample((at, how, with) => AssertOnlyTheSameHolds(kind, record, how switch
        {
            0 => [.. record[..at], with, .. record[(at + 1)..]],
            1 => [.. record[..at], .. record[(at + 1)..]],
            _ => [.. record[..at], with, .. record[at..]],
        }), iter: Changes, threads: 1);

    /// <summary>Lines of list and result left out, said twice, exchanged, or taken from one another.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Verify_AnyOneLineChanged_DoesNotHold(string kind, byte[] record) =>
        Gen.Select(Gen.Bool.Select(isList => isList ? "list" : "result"), Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Int[0, 3]).Sample((member, at, other, how) =>
        {
            var json = JsonNode.Parse(record)!;
            var lines = json[member]!.AsArray().Select(line => line!.GetValue<string>()).ToList();
            (at, other) = (at % lines.Count, other % lines.Count);
            var (one, two) = (lines[at], lines[other]);
            switch (how)
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(other, one);
                    break;
                case 2:
                    (lines[at], lines[other]) = (two, one);
                    break;
                default:
                    lines[at] = two;
                    break;
            }
            json[member] = new JsonArray([.. lines.Select(line => (JsonNode)line)]);
            AssertOnlyTheSameHolds(kind, record, Encoding.UTF8.GetBytes(json.ToJsonString()));
        }, iter: Changes, threads: 1);

    /// <summary>Each member in turn has what stands in each other one: a digest for a digest, a text for a list.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Verify_AnyOneMemberWithAnothersContent_DoesNotHold(string kind, byte[] record)
    {
        var members = JsonNode.Parse(record)!.AsObject().Select(member => member.Key).Concat(["digests.sha256", "digests.sm3"]).ToList();
        foreach (var (member, other) in members.SelectMany(member => members.Select(other => (member, other))))
        {
            var json = JsonNode.Parse(record)!;
            var (holder, name) = Find(json, member);
            var (from, source) = Find(json, other);
            holder[name] = from[source]?.DeepClone();
            AssertOnlyTheSameHolds(kind, record, Encoding.UTF8.GetBytes(json.ToJsonString()));
        }
    }

    [Fact]
    public void Verify_RoundThatSaysItIsAPlacement_IsADifferenceAndNoOtherKind()
    {
        var json = JsonNode.Parse(File.ReadAllText(RoundRecord("licheng-primary")))!;
        json["format"] = PlacementRecord.KnownFormat;

        Assert.Equal((1, "does not hold: format: enrollment-placement-record/1\n", ""), Enroll.Run("verify", Write(Encoding.UTF8.GetBytes(json.ToJsonString()))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"enrollment-admission-record/1\"}")]
    public void Verify_NoRecord_Exits2AndSaysSo(string text)
    {
        var (exit, output, error) = Enroll.Run("verify", Write(Encoding.UTF8.GetBytes(text)), "--lang", "en");

        Assert.Equal((2, "", "Not a record: neither of a placement nor of a round of admission.\n"), (exit, output, error));
    }

    private void AssertOnlyTheSameHolds(string kind, byte[] record, byte[] changed)
    {
        var (exit, output, _) = Enroll.Run("verify", Write(changed));
        var isSame = Canonical(changed) is { } same && same.AsSpan().SequenceEqual(Canonical(record));

        Assert.True((exit == 0) == isSame, $"{kind}: {exit} {output}");
        Assert.True(exit != 1 || StepsOf(kind).Any(step => output.StartsWith($"does not hold: {step}", StringComparison.OrdinalIgnoreCase)), $"{kind}: {output}");
    }

    /// <summary>What a change of white space, or of how JSON writes a character, leaves as it is.</summary>
    private static byte[]? Canonical(byte[] json) => PlacementRecord.Parse(json)?.ToJson() ?? AdmissionRecord.Parse(json)?.ToJson();

    private static string[] StepsOf(string kind) => kind == "round" ? Enum.GetNames<AdmissionStep>() : Enum.GetNames<RecordStep>();

    private static (JsonNode Holder, string Name) Find(JsonNode json, string member) =>
        member.Split('.') is [var outer, var inner] ? (json[outer]!, inner) : (json, member);

    private static string RoundRecord(string name) => TestData.RepositoryFile($"web/verify/admission-records/{name}.json");

    private string Write(byte[] record)
    {
        var path = Path.Combine(_folder, "record.json");
        File.WriteAllBytes(path, record);
        return path;
    }
}
