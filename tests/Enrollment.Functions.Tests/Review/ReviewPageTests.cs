using Enrollment.DevCluster;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Review;

/// <summary>The commands of docs/review.md, as they stand there, run by a shell with curl.</summary>
public sealed class ReviewPageTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Page_ItsCommands_RefuseObjectAndAnswer()
    {
        var desk = new ReviewDesk(fixture.Service);
        var (parent, id) = await desk.CaseAsync();
        using var folder = new Folder();
        var environment = Path.Combine(folder.Path, "demo.env");
        await File.WriteAllTextAsync(environment, $"HOST='{fixture.Service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}'\nREVIEW_CASE='{id}'\nREVIEW_PARENT_TOKEN='{parent.Token}'\n"
            + $"REVIEWER_TOKEN='{ReviewDesk.Ann}'\nREVIEWER_TOKEN_2='{ReviewDesk.Ben}'\nREVIEWER_TOKEN_3='{ReviewDesk.Cai}'\n");
        var commands = Commands().Replace("artifacts/demo.env", environment, StringComparison.Ordinal).Replace("artifacts/case.json", Path.Combine(folder.Path, "case.json"), StringComparison.Ordinal);

        var output = await Shell.RunAsync(commands);

        var seen = (await parent.GetAsync(id)).Json;
        Assert.True(seen.GetProperty("establishedCategory").GetProperty("code").GetString() == "C1", output);
        Assert.DoesNotContain("urn:enrollment:problem", output, StringComparison.Ordinal);
        Assert.Contains("Two members of staff", output, StringComparison.Ordinal);
        Assert.Contains("The second review changed the decision", output, StringComparison.Ordinal);
        Assert.Equal(["ObjectionRaised", "ObjectionAnswered", "CategoryEstablished"], (await fixture.Service.Stored.EventsAsync(id)).TakeLast(3));
    }

    private static string Commands()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/review.md")).ReplaceLineEndings("\n");
        return page.Split("```sh\n")[1].Split("```")[0];
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("enrollment-review-page-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
