using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Notices;

/// <summary>A parent's inbox over HTTP.</summary>
public sealed class ListNoticesTests(NoticeFixture fixture) : IClassFixture<NoticeFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Inbox_InPages_ShowsEachNoticeOnceNewestFirst()
    {
        var (parent, id) = await fixture.AskedAsync();
        Assert.Equal(200, (await _service.CallAsync(parent, "POST", $"applications/{id}/withdraw", "", (await parent.GetAsync(id)).ETag)).Status);

        var (seen, path) = (new List<string>(), "notices?limit=2");
        for (var pages = 0; pages < 5 && path is not null; pages++)
        {
            var page = (await _service.CallAsync(parent, "GET", path)).Json;
            seen.AddRange(page.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetString()!));
            Assert.Equal(3, page.GetProperty("unread").GetInt32());
            path = page.GetProperty("next").GetString() is { } next ? $"notices?limit=2&cursor={next}" : null;
        }

        Assert.Null(path);
        Assert.Equal(["Withdrawn", "CorrectionRequested", "Received"], seen);
    }

    [Theory]
    [InlineData("en", "needs corrections or papers by the end of")]
    [InlineData("zh", "需要补正")]
    public async Task Text_InEitherLanguage_SaysTheDay(string language, string words)
    {
        var (parent, id) = await fixture.AskedAsync();

        var answer = await _service.CallAsync(parent, "GET", $"applications/{id}/notices", language: language);

        var notice = answer.Json.GetProperty("notices")[0];
        var day = DateOnly.Parse(notice.GetProperty("lastDay").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(words, notice.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(day.ToString(language == "en" ? "d MMMM yyyy" : "yyyy年M月d日", System.Globalization.CultureInfo.GetCultureInfo("en")), notice.GetProperty("text").GetString(), StringComparison.Ordinal);
        Canaries.AssertNobodyIn(answer.Text, [parent.Family]);
    }

    [Fact]
    public async Task Notice_Read_IsMarkedOnceAndLeavesTheParentsVersionFresh()
    {
        var (parent, id) = await fixture.AskedAsync();
        var version = (await parent.GetAsync(id)).ETag;
        var read = $"applications/{id}/notices/1/read";

        Assert.Equal(204, (await _service.CallAsync(parent, "PUT", read)).Status);
        var first = (await _service.CallAsync(parent, "GET", "notices")).Json;
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(204, (await _service.CallAsync(parent, "PUT", read)).Status);
        var second = (await _service.CallAsync(parent, "GET", "notices")).Json;

        Assert.Equal(1, first.GetProperty("unread").GetInt32());
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(version, (await parent.GetAsync(id)).ETag);
        foreach (var number in (string[])["2", "99", "-1", "x", "99999999999"])
            (await _service.CallAsync(parent, "PUT", $"applications/{id}/notices/{number}/read")).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Inbox_OfAnotherParent_IsNotThere()
    {
        var (_, id) = await fixture.AskedAsync();
        var other = _service.Parent(FamilyPool.Plain);

        (await _service.CallAsync(other, "GET", $"applications/{id}/notices")).AssertProblem(404, "not-found");
        (await _service.CallAsync(other, "PUT", $"applications/{id}/notices/1/read")).AssertProblem(404, "not-found");
        Assert.Empty((await _service.CallAsync(other, "GET", "notices")).Json.GetProperty("notices").EnumerateArray());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    [InlineData("cursor=x")]
    [InlineData("cursor=9999999999999999999-%27-000001")]
    [InlineData("limit=1&limit=2")]
    [InlineData("from=yesterday")]
    public async Task Query_ThatMakesNoSense_IsRefused(string query)
    {
        var answer = await _service.CallAsync(_service.Parent(FamilyPool.Plain), "GET", $"notices?{query}");

        Assert.True(answer.Status is 400 or 422, $"{answer.Status}: {answer.Text}");
    }
}
