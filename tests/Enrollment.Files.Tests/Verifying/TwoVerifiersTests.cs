using System.Diagnostics;
using Enrollment.Domain.Placement;
using Enrollment.Files.Digests;

namespace Enrollment.Files.Tests.Verifying;

/// <summary>The verifier in C# and the one in JavaScript were written from one page; on two hundred records they must say the same.</summary>
public sealed class TwoVerifiersTests
{
    private const int Count = 200;

    [Fact]
    public async Task Verify_TwoHundredRecordsHonestAndForged_BothSayTheSameAndRight()
    {
        var folder = Directory.CreateTempSubdirectory("records-");
        try
        {
            var ours = new List<string>();
            for (var number = 0; number < Count; number++)
            {
                var (step, record) = Record(number);
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{number:000}.json"), record.ToJson());
                var verdict = RecordVerification.Verify(record, Sm3.Of);
                Assert.True(Expected(step, verdict), $"record {number} ({step ?? "honest"}): {verdict}");
                ours.Add(StepOf(verdict.ToString()));
            }

            var theirs = await VerifiedByNodeAsync(folder.FullName);

            Assert.Equal(ours, theirs.Select(StepOf));
            Assert.Equal(Count / 2, ours.Count(verdict => verdict.StartsWith("holds", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Json_WrittenAndReadAgain_IsTheSameRecord()
    {
        var record = Records.Honest(12);

        Assert.Equal(record.ToJson(), PlacementRecord.Parse(record.ToJson())!.ToJson());
    }

    private static (string? Step, PlacementRecord Record) Record(int number)
    {
        var honest = Records.Honest(number / 2);
        if (number % 2 == 0)
            return (null, honest);
        var (step, forge) = Forgeries.All[number / 2 % Forgeries.All.Count];
        return (step, forge(honest));
    }

    // With the attributes withheld a forged exchange of pupils may still obey every rule; then a later step shows it, or the result's digest.
    private static bool Expected(string? step, RecordVerdict verdict) => step switch
    {
        null => verdict.Holds,
        "groups" => !verdict.Holds,
        _ => verdict.ToString().StartsWith($"does not hold: {step}", StringComparison.Ordinal),
    };

    private static string StepOf(string verdict) => string.Join(": ", verdict.Split(": ").Take(2));

    private static async Task<IReadOnlyList<string>> VerifiedByNodeAsync(string folder)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "web/verify/verify.js"));
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            start.ArgumentList.Add(file);
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        // Each line is the file's name and the verdict.
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(".json: ", StringComparison.Ordinal) + ".json: ".Length)..])];
    }
}
