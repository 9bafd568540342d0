using System.Net;
using System.Text.Json;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Parents;

namespace Enrollment.DevCluster.ContainerCheck;

/// <summary>The commands under "Try it" in README.md, as they stand there, run by a shell with curl.</summary>
internal static class ReadmeExample
{
    private static readonly TimeSpan SettledWithin = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(Uri host, IReadOnlyList<DemoFamily> families, CancellationToken cancellation)
    {
        // One that needs no person: its end shows that queues, departments and timers work.
        var shown = families.First(family => family.Truth.Status == "Verified");
        var newcomer = families.First(family => family != shown && family.Truth.Status == "Verified");
        var parents = ParentClient.For(host);
        var id = (await parents.SubmitAsync(shown.Form, shown.Token, cancellation: cancellation)).JsonOfSuccess.GetProperty("id").GetString()!;
        await SettledAsync(parents, id, shown.Token, cancellation);

        using var folder = new TemporaryFolder();
        var form = Path.Combine(folder.Path, "form.json");
        await File.WriteAllTextAsync(form, newcomer.Form.GetRawText(), cancellation);
        var environment = Path.Combine(folder.Path, "demo.env");
        await File.WriteAllTextAsync(environment, $"HOST='{host.GetLeftPart(UriPartial.Authority)}'\nAPPLICATION='{id}'\nTOKEN='{shown.Token}'\nNEW_TOKEN='{newcomer.Token}'\nNEW_FORM='{form}'\n", cancellation);

        var commands = Commands(environment);
        var (exitCode, output) = await Shell.RunAsync(["sh", "-ec", commands], cancellation);
        CheckFailedException.Unless(exitCode == 0 && output.Contains("\"status\":\"Verified\"", StringComparison.Ordinal) && output.Contains("HTTP/1.1 201", StringComparison.Ordinal),
            $"README.md's example ended with {exitCode} and printed: {output}");
        // Sent again, it is the same application: so it can be followed to its end, as README says.
        var again = await parents.SubmitAsync(newcomer.Form, newcomer.Token, cancellation: cancellation);
        CheckFailedException.Unless(again.Status is HttpStatusCode.OK, $"README.md's form, sent again, was answered {(int)again.Status}, not 200.");
        await SettledAsync(parents, again.JsonOfSuccess.GetProperty("id").GetString()!, newcomer.Token, cancellation);
        Console.WriteLine($"README's example      read {id}: Verified; applied for another family: 201, sent again: 200, then Verified");
    }

    private static string Commands(string environment)
    {
        var section = File.ReadAllText(Repository.PathOf("README.md")).Split("\n## ").Single(part => part.StartsWith("Try it", StringComparison.Ordinal));
        var lines = section.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("curl ", StringComparison.Ordinal) || line == ". artifacts/demo.env").ToList();
        CheckFailedException.Unless(lines.Count == 4, $"README.md shows {lines.Count} commands under \"Try it\", not 4.");
        return string.Join('\n', lines.Select(line => line == ". artifacts/demo.env" ? $". {environment}" : $"{line}; echo"));
    }

    private static async Task SettledAsync(ParentClient parents, string id, string token, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(SettledWithin);
        for (JsonElement seen; ;)
        {
            seen = (await parents.GetAsync(id, token, cancellation: late.Token)).JsonOfSuccess;
            if (seen.GetProperty("status").GetString() == "Verified")
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(500), late.Token);
        }
    }
}
