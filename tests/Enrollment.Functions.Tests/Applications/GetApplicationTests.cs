using System.Text.RegularExpressions;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

public sealed partial class GetApplicationTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Get_OwnVerified_TellsWhatEachRegisterSaidAndWhy()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await SettledAsync(parent);

        var application = (await parent.GetAsync(id)).Json;

        Assert.Equal("Verified", application.GetProperty("status").GetString());
        Assert.Equal("C1", application.GetProperty("establishedCategory").GetProperty("code").GetString());
        var checks = application.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("department").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["CivilAffairs", "Police", "Property"], checks.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Match", checks["Police"].GetProperty("status").GetString());
        Assert.Equal("福建省公安厅人口信息库", checks["Police"].GetProperty("sourceSystem").GetString());
        Assert.Equal("2026-06-30", checks["Police"].GetProperty("dataAsOf").GetString());
        Assert.Equal(fixture.Clock.GetUtcNow(), checks["Police"].GetProperty("answeredAt").GetDateTimeOffset());
        var rules = application.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(["R1", "R2", "R3", "R4", "R5", "RG", "RI"], rules.Select(r => r.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        Assert.All(rules, rule => Assert.True(rule.GetProperty("text").GetString()!.Length > 5 && rule.GetProperty("fact").GetString()!.Length > 5
            && rule.GetProperty("source").GetString()!.Length > 2));
    }

    [Theory]
    [InlineData(null, "核验完成，类别已认定", "您的孩子属于“三一致对象”", "公安局")]
    [InlineData("en", "Checked, category established", "Your child belongs to “Resident with register, home and residence at one address”.", "Public Security Bureau")]
    [InlineData("fr", "核验完成，类别已认定", "您的孩子属于“三一致对象”", "公安局")]
    [InlineData("zh;q=0.5, en;q=0.8", "Checked, category established", null, null)]
    public async Task Get_Language_IsChineseUnlessEnglishIsPreferred(string? language, string status, string? explanation, string? police)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await SettledAsync(parent);

        var application = (await parent.GetAsync(id, language: language)).Json;

        Assert.Equal(status, application.GetProperty("statusText").GetString());
        if (explanation is not null)
            Assert.StartsWith(explanation, application.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        if (police is not null)
            Assert.Contains(application.GetProperty("checks").EnumerateArray(), c => c.GetProperty("departmentText").GetString() == police);
    }

    [Fact]
    public async Task Get_WhileADepartmentIsAsked_NamesIt()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Enrollment.Domain.Verification.Department.Property, new { kind = "NeverCallBack" }, parent.ChildNumber);
        var id = await SettledAsync(parent);

        var application = (await parent.GetAsync(id)).Json;

        Assert.Equal("Verifying", application.GetProperty("status").GetString());
        Assert.Matches("^We are asking [A-Z][^,]+\\. You need not do anything\\.$", application.GetProperty("explanation").GetString());
    }

    [Fact]
    public async Task Get_Unchanged_IsNotSentAgain()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        var first = await parent.GetAsync(id);

        var same = await parent.GetAsync(id, first.ETag);
        await _service.Hand.DrainAsync();
        var changed = await parent.GetAsync(id, first.ETag);

        Assert.Equal((304, ""), (same.Status, same.Text));
        Assert.Equal(first.ETag, same.ETag);
        Assert.Equal(200, changed.Status);
        Assert.NotEqual(first.ETag, changed.ETag);
    }

    [Fact]
    public async Task Get_NoneMatchInItsOtherForms_IsUnderstood()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        var etag = (await parent.GetAsync(id)).ETag;

        Assert.Equal(304, (await parent.GetAsync(id, "*")).Status);
        Assert.Equal(304, (await parent.GetAsync(id, $"\"other\", {etag}")).Status);
        Assert.Equal(304, (await parent.GetAsync(id, $"W/{etag}")).Status);
        Assert.Equal(200, (await parent.GetAsync(id, "\"other\"")).Status);
        Assert.Equal(200, (await parent.GetAsync(id, "not an etag")).Status);
    }

    [Fact]
    public async Task Get_AnothersAndUnknown_AreOneAnswer()
    {
        var (own, other) = (_service.Parent(FamilyPool.Plain), _service.Parent(FamilyPool.Plain));
        var id = await own.ApplyAsync();

        var (anothers, unknown) = (await other.GetAsync(id), await other.GetAsync("0123456789abcdefghjkmnpqrs"));

        anothers.AssertProblem(404, "not-found");
        unknown.AssertProblem(404, "not-found");
        Assert.Equal(WithoutTrace(anothers.Text), WithoutTrace(unknown.Text));
        Assert.Equal(anothers.Headers.Where(IsTelling), unknown.Headers.Where(IsTelling));
    }

    [Fact]
    public async Task Get_OtherGuardianOnTheForm_IsAStranger()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        var other = parent.Form["otherGuardian"]!;
        var stranger = new Parent(_service.Http, parent.Family)
        {
            Token = new Tokens(other["documentNumber"]!.GetValue<string>(), other["name"]!.GetValue<string>()).Mint(),
        };

        (await stranger.GetAsync(id)).AssertProblem(404, "not-found");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0123456789abcdefghjkmnpqr")]
    [InlineData("0123456789abcdefghjkmnpqrst")]
    [InlineData("0123456789ABCDEFGHJKMNPQRS")]
    [InlineData("8123456789abcdefghjkmnpqrs")]
    [InlineData("0123456789abcdefghijklmnop")]
    [InlineData("' or PartitionKey ne 'x")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("..")]
    public async Task Get_MalformedNumber_IsNotFound(string id)
    {
        var answer = await _service.Parent(FamilyPool.Plain).GetAsync(id);

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task Get_Answer_IsNotForSharedCaches()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        Assert.Contains("private", (await parent.GetAsync(await parent.ApplyAsync())).Headers["Cache-Control"], StringComparison.Ordinal);
    }

    private static string WithoutTrace(string problem) => TraceId().Replace(problem, "");

    private static bool IsTelling(KeyValuePair<string, string> header) => header.Key is not ("Date" or "Transfer-Encoding");

    [GeneratedRegex("\"traceId\":\"[^\"]+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TraceId();

    private async Task<string> SettledAsync(Parent parent)
    {
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();
        return id;
    }
}
