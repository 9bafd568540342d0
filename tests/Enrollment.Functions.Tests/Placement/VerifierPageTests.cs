using System.Diagnostics;
using System.Globalization;
using System.Text;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Placement;

/// <summary>The page behind the QR code, from this service, in a real browser (chromium).</summary>
public sealed class VerifierPageTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static int _schools;

    [Fact]
    public async Task Page_OfAPublishedPlacement_RunsItAgainAndSaysItHolds()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        var page = await ShownAsync(await VerifierOfAsync(school, run));

        Assert.Contains("成立：每一步重算的结果都与公布的一致。", page, StringComparison.Ordinal);
        Assert.Contains($"学校 {school.Code}，2026 年，场次 {run}：36 名学生，3 个班。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("已作废", page[page.IndexOf("<body", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPlacementThatBecameVoid_SaysSoAndWhy()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        School.Ok(await school.PostAsync(run, "void", new { reason = "漏报一名<b>学生</b>" }));
        School.Ok(await school.PostAsync(run, "void/confirm", token: school.SecondOfBureau));

        var page = await ShownAsync(await VerifierOfAsync(school, run));

        Assert.Contains("本次分班已作废，不再有效。原因：漏报一名&lt;b&gt;学生&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPlacementNobodyPublished_FindsNoRecord()
    {
        var school = NewSchool();
        var run = await school.DrawingAsync();

        Assert.Contains("读不到这份记录。", await ShownAsync($"api/verify/index.html?record=/{school.Path(run, "/record")}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html", "text/html; charset=utf-8")]
    [InlineData("page.css", "text/css; charset=utf-8")]
    [InlineData("page.js", "text/javascript; charset=utf-8")]
    [InlineData("verify.js", "text/javascript; charset=utf-8")]
    [InlineData("admission.js", "text/javascript; charset=utf-8")]
    public async Task Files_AreThoseOfTheRepository_AndFramedByNobody(string file, string type)
    {
        var answer = await NewSchool().GetAsync($"api/verify/{file}");

        Assert.Equal((200, type, "nosniff"), (answer.Status, answer.Headers["Content-Type"], answer.Headers["X-Content-Type-Options"]));
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Enrollment.DevCluster.Repository.Root, "web", "verify", file)), answer.Text);
    }

    [Theory]
    [InlineData("verify.test.js")]
    [InlineData("INDEX.HTML")]
    [InlineData("..%2Fhost.json")]
    public async Task Files_NothingElse_IsServed(string file) => (await NewSchool().GetAsync($"api/verify/{file}")).AssertProblem(404, "not-found");

    private static async Task<string> VerifierOfAsync(School school, string run)
    {
        var link = (await school.GetAsync(school.Path(run, "/proof"))).Json.GetProperty("links").GetProperty("verifier").GetString()!;
        return new Uri(link).PathAndQuery.TrimStart('/');
    }

    /// <summary>What the browser shows once nothing more happens.</summary>
    private async Task<string> ShownAsync(string path)
    {
        var profile = Directory.CreateTempSubdirectory("chromium-");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var start = new ProcessStartInfo("chromium",
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={profile.FullName}", "--virtual-time-budget=20000", "--dump-dom",
            new Uri(fixture.Service.Http.BaseAddress!, path).AbsoluteUri,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        var page = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        await error;
        profile.Delete(recursive: true);
        return page;
    }

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, string.Create(CultureInfo.InvariantCulture, $"LC-V{Interlocked.Increment(ref _schools):000}"));
}
