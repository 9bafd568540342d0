using Enrollment.DevCluster;
using Enrollment.Functions.Tests.Schools;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Operators;

/// <summary>The commands of docs/dead-letters.md, as they stand there, run by a shell.</summary>
public sealed class DeadLettersPageTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Page_ItsCommands_RunWithoutALetterAndSettleOne()
    {
        var environment = Path.Combine(Directory.CreateTempSubdirectory("enrollment-dead-letters-").FullName, "demo.env");
        await File.WriteAllTextAsync(environment, $"HOST='{fixture.Service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}'\nREVIEWER_TOKEN='{BureauClient.Bureau}'\n");
        var page = (await File.ReadAllTextAsync(Repository.PathOf("docs/dead-letters.md"))).ReplaceLineEndings("\n");
        var commands = page.Split("```sh\n")[1].Split("```")[0].Replace("artifacts/demo.env", environment, StringComparison.Ordinal)
            .Replace("functions/Enrollment.Cli/bin/Debug/net10.0/enroll.dll", Path.Combine(AppContext.BaseDirectory, "enroll.dll"), StringComparison.Ordinal);

        Assert.Contains("None.", await Shell.RunAsync(commands), StringComparison.Ordinal);
        var desk = new OperatorDesk(fixture.Service);
        var (_, _, letter) = await desk.StillDueAsync();
        var output = await Shell.RunAsync(commands);

        Assert.Contains("Replay -> Replayed  bureau-1  The cause is mended.", output, StringComparison.Ordinal);
        Assert.Equal("Replay:bureau-1 Discard:bureau-1 Discarded", OperatorDesk.StoryOf(await desk.ShowAsync(letter)));
        Directory.Delete(Path.GetDirectoryName(environment)!, recursive: true);
    }
}
