using System.Net;
using System.Text.Json;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class ReplyBehaviorTests
{
    private static readonly SampleQuery Person = new("police", "Person");

    [Fact]
    public async Task Slow_DelayOf30Seconds_AnswersAfterIt()
    {
        var time = FakeTime.Start();
        await using var simulator = await RunningSimulator.Start(time: time);
        await simulator.Behave("police", new { kind = "Slow", delayMs = 30_000 });
        var asked = time.GetUtcNow();

        var answer = await time.AdvanceUntil(() => simulator.Answer(Person));

        Assert.Equal("Found", answer.GetProperty("resultCode").GetString());
        Assert.True(time.GetUtcNow() - asked >= TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("TooManyRequests", HttpStatusCode.TooManyRequests)]
    [InlineData("Unavailable", HttpStatusCode.ServiceUnavailable)]
    public async Task Refusal_ForATime_SaysWhenToAskAgain(string kind, HttpStatusCode expected)
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind, retryAfterSeconds = 7 });

        using var response = await simulator.Send(Person);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task DropConnection_Asked_EndsWithoutAReply()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "DropConnection" });

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.Send(Person));
    }

    [Fact]
    public async Task MalformedJson_Asked_IsA200ThatDoesNotParseAndNamesNobody()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "MalformedJson" });

        using var response = await simulator.Send(Person);

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text));
        Assert.DoesNotContain(SampleFamily.Child.IdNo[..6], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_UsedUp_PlainAnswersFollow()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Unavailable", times = 2 });

        Assert.Equal([503, 503, 200, 200], await Statuses(simulator, 4));
    }

    [Fact]
    public async Task EveryNth_Third_LetsTheOthersPass()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Unavailable", everyNth = 3, times = 2 });

        Assert.Equal([200, 200, 503, 200, 200, 503, 200, 200, 200], await Statuses(simulator, 9));
    }

    [Fact]
    public async Task PersonsBehavior_BesideTheDepartments_Wins()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Unavailable" });
        await simulator.Behave("police", new { kind = "TooManyRequests", times = 1 }, SampleFamily.Child.IdNo);

        Assert.Equal([429, 200], await Statuses(simulator, 2));
        using var other = await simulator.Send(Person with { RequestId = "r-2", Child = SampleFamily.Stranger });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, other.StatusCode);
    }

    private static async Task<List<int>> Statuses(RunningSimulator simulator, int requests)
    {
        var statuses = new List<int>();
        for (var i = 0; i < requests; i++)
        {
            using var response = await simulator.Send(Person);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
