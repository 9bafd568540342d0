using System.Text.Json;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Tests.Applications.Correcting;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Notices;

/// <summary>A service that sends notices to the simulator's gateway, on a clock the test class holds in its hand; ten o'clock on a Wednesday in the bureau's zone.</summary>
public sealed class NoticeFixture : IAsyncLifetime
{
    // Told with something a paper may cure; few families of seeds/ share a story.
    private static readonly string[] Stories = ["commercial-home", "home-elsewhere", "home-not-found", "residence-elsewhere", "permit-not-found"];

    private Service? _service;
    private int _asked;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.FromHours(8)));

    internal Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        Clock = Clock,
        SendsNotices = true,
        Settings = Enum.GetNames<Department>().ToDictionary(department => $"Departments:{department}:Retries", _ => "0", StringComparer.Ordinal),
    });

    public async Task DisposeAsync() => await Service.DisposeAsync();

    /// <summary>An application whose parent has just been asked for papers; nothing is sent yet.</summary>
    internal async Task<(Parent Parent, string Id)> AskedAsync()
    {
        await Service.Departments.GatewayAsync("Accepts");
        var parent = Service.Parent(Stories[_asked++ % Stories.Length]);
        var id = await parent.ApplyAsync();
        await Service.Hand.DrainAsync();
        Assert.Equal("CorrectionRequested", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
        return (parent, id);
    }

    /// <summary>Passes time as the service does: a sweep, and what it brings.</summary>
    internal async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await Service.Hand.SweepAsync();
        await Service.Hand.NotifyAsync();
    }

    /// <summary>Passes time until this time of day in the bureau's zone, today or tomorrow.</summary>
    internal Task PassUntilAsync(TimeSpan time)
    {
        var now = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var day = time > now.TimeOfDay ? now.Date : now.Date.AddDays(1);
        return PassAsync(new DateTimeOffset(day + time, now.Offset) - now);
    }

    /// <summary>What a family's phone got about an application, oldest first: "Sms CorrectionRequested".</summary>
    internal async Task<IReadOnlyList<string>> PhoneAsync(string id) =>
        [.. (await DeliveriesAsync(id)).Select(message => $"{message.GetProperty("channel").GetString()} {message.GetProperty("kind").GetString()}")];

    internal async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(string id) =>
        [.. (await Service.Departments.PhonesAsync()).GetProperty("deliveries").EnumerateArray().Select(delivery => delivery.GetProperty("message"))
            .Where(message => message.GetProperty("messageId").GetString()!.StartsWith(id, StringComparison.Ordinal))];

    internal async Task<int> PostsAsync() => (await Service.Departments.PhonesAsync()).GetProperty("posts").GetInt32();

    /// <summary>The kinds in an inbox, newest first.</summary>
    internal async Task<IReadOnlyList<string>> InboxAsync(Parent parent, string id)
    {
        var answer = await Service.CallAsync(parent, "GET", $"applications/{id}/notices");
        Assert.True(answer.Status == 200, answer.Text);
        return [.. answer.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetString()!)];
    }

    /// <summary>The states of what goes or went out, oldest first.</summary>
    internal async Task<IReadOnlyList<string>> StatesAsync(string id) =>
        [.. (await Service.Stored.RowsAsync("Applications", id)).Where(row => row.RowKey.StartsWith("handing-", StringComparison.Ordinal)).Select(row => row.GetString("State"))];

    internal Corrections Correction(Parent parent, string id) => new(Service.Http, parent, id);
}
