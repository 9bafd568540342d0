using System.Diagnostics;
using Enrollment.DevCluster;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>The walk of docs/parents.md as it stands there, run by a shell with curl against a service that works by itself.</summary>
public sealed class ParentsPageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-parents-");
    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions { IsPumping = true });

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Walk_AsItStandsThere_LeadsFromPrefillToAnApplication()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var form = Path.Combine(_folder.FullName, "form.json");
        await File.WriteAllTextAsync(form, parent.Form.ToJsonString());
        var environment = Path.Combine(_folder.FullName, "demo.env");
        await File.WriteAllTextAsync(environment, $"HOST='{_service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}'\nNEW_TOKEN='{parent.Token}'\nNEW_FORM='{form}'\n");

        var (exitCode, output) = await RunAsync(Walk().Replace(". artifacts/demo.env", $". {environment}", StringComparison.Ordinal));

        Assert.True(exitCode == 0, output);
        Assert.Contains("\"source\":\"Police\"", output, StringComparison.Ordinal);
        Assert.Contains("$.guardian.phone $.statementAccepted\n", output, StringComparison.Ordinal);
        Assert.Contains("\ncomplete\n", output, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":{\"kind\":\"Established\"", output, StringComparison.Ordinal);
        Assert.Contains("\"wish\":\"Together\"", output, StringComparison.Ordinal);
        Assert.Empty((await _service.CallAsync(parent, "GET", "drafts")).Json.GetProperty("drafts").EnumerateArray());
        Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
    }

    private static string Walk()
    {
        var section = File.ReadAllText(Repository.PathOf("docs/parents.md")).ReplaceLineEndings("\n").Split("\n## ").Single(part => part.StartsWith("A walk", StringComparison.Ordinal));
        var blocks = section.Split("```sh\n").Skip(1).Select(block => block.Split("\n```")[0]).ToList();
        Assert.Equal(6, blocks.Count);
        return string.Join('\n', blocks);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-ec", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
