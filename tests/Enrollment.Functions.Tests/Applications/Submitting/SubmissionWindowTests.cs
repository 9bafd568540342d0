using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Applications.Submitting;

public sealed class SubmissionWindowTests
{
    private const string Migrant = "migrant-permit-and-work";

    [Theory]
    [InlineData(FamilyPool.Plain, "2026-07-01T00:00:00+08:00", false)]
    [InlineData(FamilyPool.Plain, "2026-07-04T23:59:59+08:00", false)]
    [InlineData(Migrant, "2026-07-05T00:00:00+08:00", false)]
    [InlineData(Migrant, "2026-07-06T23:59:59+08:00", false)]
    [InlineData(FamilyPool.Plain, "2026-07-08T00:00:00+08:00", true)]
    [InlineData(Migrant, "2026-08-31T23:59:59+08:00", true)]
    public async Task Submit_InAWindow_IsTakenAndLateOnesAreMarked(string story, string at, bool isLate)
    {
        await using var service = await StartAsync(at);
        var parent = service.Parent(story);

        var answer = await parent.SubmitAsync();

        Assert.Equal((201, isLate), (answer.Status, answer.Json.GetProperty("late").GetBoolean()));
        var id = answer.Json.GetProperty("id").GetString()!;
        Assert.Equal(isLate, (await parent.GetAsync(id)).Json.GetProperty("late").GetBoolean());
        await service.Hand.DrainAsync();
        var decided = (await parent.GetAsync(id)).Json;
        Assert.Equal(("Verified", isLate), (decided.GetProperty("status").GetString(), decided.GetProperty("late").GetBoolean()));
    }

    [Theory]
    [InlineData(FamilyPool.Plain, "2026-06-30T23:59:59+08:00", "Residents", "2026-07-01", "2026-07-04", "1 July 2026")]
    [InlineData(Migrant, "2026-07-04T12:00:00+08:00", "Migrants", "2026-07-05", "2026-07-06", "5 July 2026")]
    public async Task Submit_BeforeItsWindow_IsRefusedWithTheDays(string story, string at, string window, string first, string last, string inWords)
    {
        await using var service = await StartAsync(at);

        var answer = await service.Parent(story).SubmitAsync(language: "en");

        answer.AssertProblem(409, "window-not-open");
        Assert.Equal((window, first, last), Window(answer));
        Assert.False(answer.Json.TryGetProperty("lateRegistration", out _));
        Assert.Contains(inWords, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FamilyPool.Plain, "2026-07-05T00:00:00+08:00", "Residents", "2026-07-01", "2026-07-04", "登记，届时")]
    [InlineData(Migrant, "2026-07-07T23:59:59+08:00", "Migrants", "2026-07-05", "2026-07-06", "登记，届时")]
    [InlineData(FamilyPool.Plain, "2026-09-01T00:00:00+08:00", "Residents", "2026-07-01", "2026-07-04", "教育局统筹安排")]
    public async Task Submit_AfterItsWindow_IsShownTheWayToLateRegistration(string story, string at, string window, string first, string last, string inWords)
    {
        await using var service = await StartAsync(at);

        var answer = await service.Parent(story).SubmitAsync();

        answer.AssertProblem(409, "window-closed");
        Assert.Equal((window, first, last), Window(answer));
        var late = answer.Json.GetProperty("lateRegistration");
        Assert.Equal(("2026-07-08", "2026-08-31"), (late.GetProperty("first").GetString(), late.GetProperty("last").GetString()));
        Assert.Contains(inWords, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("2026年7月8日至2026年8月31日", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_AgainAfterTheWindow_AnswersWithTheOneThatStands()
    {
        var clock = Clock("2026-07-04T23:59:59+08:00");
        await using var service = await StartAsync(clock);
        var parent = service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        clock.Advance(TimeSpan.FromSeconds(2));

        var again = await parent.SubmitAsync();
        parent.Form["guardian"]!["phone"] = "15400009999";
        var otherContent = await parent.SubmitAsync();

        Assert.Equal((200, id, false), (again.Status, again.Json.GetProperty("id").GetString()!, again.Json.GetProperty("late").GetBoolean()));
        otherContent.AssertProblem(409, "window-closed");
    }

    [Fact]
    public async Task Submit_WithdrawnInTheWindowAndAgainAfterIt_IsClosedUntilLateRegistrationAndThenLate()
    {
        var clock = Clock("2026-07-04T12:00:00+08:00");
        await using var service = await StartAsync(clock);
        var parent = service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await parent.WithdrawAsync(id, (await parent.GetAsync(id)).ETag);
        clock.Advance(TimeSpan.FromDays(1));
        (await parent.SubmitAsync()).AssertProblem(409, "window-closed");
        clock.Advance(TimeSpan.FromDays(3));

        var late = await parent.SubmitAsync();

        Assert.Equal((201, true), (late.Status, late.Json.GetProperty("late").GetBoolean()));
    }

    [Fact]
    public async Task Submit_ClosedWindow_StoresNothing()
    {
        await using var service = await StartAsync("2026-06-30T12:00:00+08:00");

        (await service.Parent(FamilyPool.Plain).SubmitAsync()).AssertProblem(409, "window-not-open");

        foreach (var table in await service.Stored.TablesAsync())
            Assert.Empty(await service.Stored.RowsAsync(table));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Submit_AnyOrderOfArrivalInTheWindow_EndsTheSame(int seed)
    {
        string[] stories = [FamilyPool.Plain, "twins", "twins", "share-one-half", "register-without-property", "settled-on-1-march", "two-households", "claims-less-than-due"];

        var asListed = await EndingsAsync(stories, [.. Enumerable.Range(0, stories.Length)]);
        var order = Enumerable.Range(0, stories.Length).ToArray();
        new Random(seed).Shuffle(order);
        var shuffled = await EndingsAsync(stories, order);

        Assert.Equal(asListed, shuffled);
        Assert.True(asListed.Values.Distinct(StringComparer.Ordinal).Count() > 2, "one ending shows little");
    }

    // The family of place 0 arrives first in the first minute of the window, the last one in its last.
    private static async Task<SortedDictionary<int, string>> EndingsAsync(string[] stories, int[] order)
    {
        var clock = Clock("2026-07-01T00:00:00+08:00");
        await using var service = await StartAsync(clock);
        var parents = stories.Select(service.Parent).ToList();
        var ids = new Dictionary<int, string>();
        foreach (var place in order)
        {
            ids[place] = await parents[place].ApplyAsync();
            await service.Hand.DrainAsync();
            clock.Advance(TimeSpan.FromHours(95.0 / stories.Length));
        }
        var endings = new SortedDictionary<int, string>();
        foreach (var (place, id) in ids)
        {
            var json = (await parents[place].GetAsync(id)).Json;
            endings[parents[place].Family.Number] = $"{json.GetProperty("status")} {json.GetProperty("establishedCategory")} {json.GetProperty("proposedCategory")} {json.GetProperty("rules")}";
        }
        return endings;
    }

    private static FakeTimeProvider Clock(string at) => new(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

    private static Task<Service> StartAsync(string at) => StartAsync(Clock(at));

    private static Task<Service> StartAsync(FakeTimeProvider clock) =>
        Service.StartAsync(new ServiceOptions { Clock = clock, Settings = ServiceFixture.HandHeld });

    private static (string?, string?, string?) Window(HttpAnswer answer) => answer.Json.GetProperty("window") is var window
        ? (window.GetProperty("id").GetString(), window.GetProperty("first").GetString(), window.GetProperty("last").GetString())
        : default;
}
