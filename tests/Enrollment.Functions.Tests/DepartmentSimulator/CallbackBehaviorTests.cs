using System.Net;
using System.Text.Json;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class CallbackBehaviorTests
{
    private static readonly SampleQuery Person = new("police", "Person");

    [Fact]
    public async Task Callback_Asked_Is202AndTheSameAnswerSignedLater()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Callback", delayMs = 20 });

        using var response = await simulator.Send(Person);
        var callback = await simulator.Receiver.Next();

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"requestId":"r-1","status":"Accepted"}""", await response.Content.ReadAsStringAsync());
        Assert.True(callback.Signed);
        Assert.Equal("police", callback.Department);
        Assert.StartsWith("msg_", callback.WebhookId, StringComparison.Ordinal);
        await simulator.Behave("police", new { kind = "Answer" });
        Assert.Equal((await simulator.Answer(Person)).GetRawText(), callback.Body.GetRawText());
    }

    [Fact]
    public async Task Callback_NoRecord_SaysNotFoundWithoutItems()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Callback" });

        using var response = await simulator.Send(Person with { Child = SampleFamily.Stranger });
        var callback = await simulator.Receiver.Next();

        Assert.Equal("NotFound", callback.Body.GetProperty("resultCode").GetString());
        Assert.Equal("[]", callback.Body.GetProperty("items").GetRawText());
    }

    [Fact]
    public async Task Callback_ReceiverFailsTwice_ComesAgainUnderTheSameIdUntilTaken()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Callback" });
        simulator.Receiver.LineUp(503, 500);

        using var response = await simulator.Send(Person);
        var callbacks = await Next(simulator, 3);

        Assert.Single(callbacks.Select(callback => callback.WebhookId).Distinct(StringComparer.Ordinal));
        var police = await CountersOnceTaken(simulator, 1);
        Assert.Equal(1, police.GetProperty("callbacks").GetInt32());
        Assert.Equal("""{"202":1,"500":1,"503":1}""", police.GetProperty("callbackStatus").GetRawText());
    }

    [Fact]
    public async Task Callback_ReceiverNeverTakesIt_EndsAfterTheScheduledAttempts()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Callback" });
        simulator.Receiver.LineUp([.. Enumerable.Repeat(500, 12)]);

        Assert.Equal(12, await AttemptsUntilNextDelivery(simulator));
    }

    [Fact]
    public async Task Callback_AskedAgainWhileOnItsWay_IsNotDoubled()
    {
        var time = FakeTime.Start();
        await using var simulator = await RunningSimulator.Start(time: time);
        await simulator.Behave("police", new { kind = "Callback", delayMs = 1000 });

        using var first = await simulator.Send(Person);
        using var second = await simulator.Send(Person);
        await time.AdvanceUntil(simulator.Receiver.Next);

        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(1, (await simulator.Counters()).GetProperty("police").GetProperty("callbacks").GetInt32());
    }

    [Fact]
    public async Task CallbackTwice_Asked_ComesTwiceUnderOneIdAndOnceUnderAnother()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "CallbackTwice" });

        using var response = await simulator.Send(Person);
        var callbacks = await Next(simulator, 3);

        Assert.Equal(callbacks[0].WebhookId, callbacks[1].WebhookId);
        Assert.NotEqual(callbacks[0].WebhookId, callbacks[2].WebhookId, StringComparer.Ordinal);
        Assert.Single(callbacks.Select(callback => callback.Body.GetRawText()).Distinct(StringComparer.Ordinal));
        Assert.All(callbacks, callback => Assert.True(callback.Signed));
    }

    [Fact]
    public async Task TwoDifferentAnswers_Asked_SecondContradictsTheTrueOne()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "TwoDifferentAnswers" });

        using var response = await simulator.Send(Person);
        var callbacks = await Next(simulator, 2);

        await simulator.Behave("police", new { kind = "Answer" });
        Assert.Equal((await simulator.Answer(Person)).GetRawText(), callbacks[0].Body.GetRawText());
        Assert.All(callbacks, callback => Assert.True(callback.Signed));
        Assert.NotEqual(callbacks[0].WebhookId, callbacks[1].WebhookId, StringComparer.Ordinal);
        Assert.Equal("r-1", callbacks[1].Body.GetProperty("requestId").GetString());
        Assert.All(["dataAsOf", "items", "evidenceHash"], name => Assert.NotEqual(
            callbacks[0].Body.GetProperty(name).GetRawText(), callbacks[1].Body.GetProperty(name).GetRawText(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task WrongSignature_Asked_IsSentThreeTimesAtMost()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "WrongSignature" });

        Assert.Equal(3, await AttemptsUntilNextDelivery(simulator, callback => Assert.False(callback.Signed)));
    }

    [Fact]
    public async Task StaleTimestamp_Asked_IsSignedTenMinutesAgo()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "StaleTimestamp" });

        var attempts = await AttemptsUntilNextDelivery(simulator, callback =>
        {
            Assert.True(callback.Signed);
            Assert.InRange(callback.Age, TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(11));
        });

        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task NeverCallBack_AskedTwice_StaysSilentForThatPersonOnly()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Behave("police", new { kind = "Callback" });
        await simulator.Behave("police", new { kind = "NeverCallBack" }, SampleFamily.Child.IdNo);

        using var first = await simulator.Send(Person);
        using var second = await simulator.Send(Person with { RequestId = "r-2" });
        using var other = await simulator.Send(Person with { RequestId = "r-3", Child = SampleFamily.Stranger });

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, second.StatusCode));
        Assert.Equal("r-3", (await simulator.Receiver.Next()).Body.GetProperty("requestId").GetString());
        Assert.Equal(1, (await simulator.Counters()).GetProperty("police").GetProperty("callbacks").GetInt32());
    }

    private static async Task<List<ReceivedCallback>> Next(RunningSimulator simulator, int count)
    {
        var callbacks = new List<ReceivedCallback>();
        while (callbacks.Count < count)
            callbacks.Add(await simulator.Receiver.Next());
        return callbacks;
    }

    /// <summary>How often the first message came. A repeated question starts new callbacks only once the former have ended.</summary>
    private static async Task<int> AttemptsUntilNextDelivery(RunningSimulator simulator, Action<ReceivedCallback>? check = null)
    {
        using var response = await simulator.Send(Person);
        var first = await simulator.Receiver.Next();
        check?.Invoke(first);
        for (var attempts = 1; attempts < 100; attempts++)
        {
            var next = simulator.Receiver.Next();
            while (await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(20))) != next)
                (await simulator.Send(Person)).Dispose();
            if ((await next).WebhookId != first.WebhookId)
                return attempts;
        }

        throw new InvalidOperationException("The first message comes again and again.");
    }

    private static async Task<JsonElement> CountersOnceTaken(RunningSimulator simulator, int taken)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var police = (await simulator.Counters()).GetProperty("police");
            if (police.GetProperty("callbackStatus").TryGetProperty("202", out var count) && count.GetInt32() == taken)
                return police;
            await Task.Delay(TimeSpan.FromMilliseconds(5), bound.Token);
        }
    }
}
