using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Enrollment.Domain.Admission.Records;

namespace Enrollment.Domain.Tests.Admission.Records;

/// <summary>web/verify/admission.js was written from docs/admission-record.md without a look at the code; on hundreds of records both must name the same step.</summary>
public sealed class TwoAdmissionVerifiersTests : IDisposable
{
    private const int Districts = 60;
    private static readonly JsonSerializerOptions AsPublished = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("admission-records-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Verify_RandomDistrictsHonestAndWithAWordChanged_BothNameTheSameStep()
    {
        var records = new List<byte[]>();
        Gen.Select(Gen.OneOf(RandomDistricts.Any, RandomDistricts.Crowded), Gen.Int[0, 1 << 28].Array[3]).Sample((list, changes) =>
        {
            var record = AdmissionRecords.Of(list).ToJson();
            records.Add(record);
            records.AddRange(changes.Select(change => WithAWordChanged(record, change)));
        }, iter: Districts, threads: 1);

        await AssertBothSayTheSameAsync(records);
    }

    [Fact]
    public async Task Verify_TheWorkedExamples_BothSayTheyHold()
    {
        var records = Directory.GetFiles(Path.GetDirectoryName(TestData.RepositoryFile("seeds/admission/licheng-primary.txt"))!, "*.txt")
            .Select(file => AdmissionRecords.Of(WorkedExamplesTests.Read(Path.GetFileNameWithoutExtension(file))).ToJson()).ToList();

        Assert.All(await AssertBothSayTheSameAsync(records), verdict => Assert.Equal("holds", verdict));
    }

    private async Task<IReadOnlyList<string>> AssertBothSayTheSameAsync(List<byte[]> records)
    {
        for (var i = 0; i < records.Count; i++)
            await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, $"{i:0000}.json"), records[i]);
        var ours = records.Select(record => AdmissionRecord.Parse(record) is { } read ? AdmissionRecords.Verify(read).ToString() : "not a record").ToList();

        var theirs = await VerifiedByNodeAsync();

        Assert.Equal(ours.Select(StepOf), theirs.Select(StepOf));
        return ours;
    }

    /// <summary>Somewhere in the list or the result one word becomes another of that text, a number or nothing.</summary>
    private static byte[] WithAWordChanged(byte[] record, int change)
    {
        var json = JsonNode.Parse(record)!;
        var lines = json[change % 4 == 0 ? "result" : "list"]!.AsArray();
        var (at, from) = (change / 4 % lines.Count, change / 400 % lines.Count);
        var (words, others) = (lines[at]!.GetValue<string>().Split(' '), lines[from]!.GetValue<string>().Split(' '));
        var word = change / 7 % words.Length;
        words[word] = (change % 5) switch { 0 => "-", 1 => $"{change / 9 % 20}", 2 => words[word] + "1", _ => others[change / 11 % others.Length] };
        lines[at] = string.Join(' ', words);
        return Encoding.UTF8.GetBytes(json.ToJsonString(AsPublished));
    }

    private static string StepOf(string verdict) => string.Join(": ", verdict.Split(": ").Take(verdict.StartsWith("not a record", StringComparison.Ordinal) ? 1 : 2));

    private async Task<IReadOnlyList<string>> VerifiedByNodeAsync()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(TestData.RepositoryFile("web/verify/admission.js"));
        foreach (var file in Directory.EnumerateFiles(_folder.FullName).Order(StringComparer.Ordinal))
            start.ArgumentList.Add(file);
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(".json: ", StringComparison.Ordinal) + ".json: ".Length)..])];
    }
}
