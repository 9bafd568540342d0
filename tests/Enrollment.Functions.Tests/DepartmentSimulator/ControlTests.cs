using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Enrollment.DepartmentSimulator.Control;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class ControlTests
{
    private static readonly SampleQuery Person = new("police", "Person");

    [Fact]
    public async Task Counters_AfterAnAnswer_HaveTheContractsShape()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Answer(Person);

        var counters = await simulator.Counters();

        const string Zero = """{"requests":0,"answers":0,"callbacks":0,"callbackStatus":{}}""";
        Assert.Equal(
            $$$"""{"police":{"requests":1,"answers":1,"callbacks":0,"callbackStatus":{}},"civil-affairs":{{{Zero}}},"property":{{{Zero}}},"social-security":{{{Zero}}},"disabled-persons":{{{Zero}}},"repeatedRequestIds":0}""",
            counters.GetRawText());
    }

    [Fact]
    public async Task Reset_AfterChanges_BringsTheSeedsBehaviorsBackAndClearsCounters()
    {
        await using var simulator = await RunningSimulator.Start(SeedFolder.WithSampleFamily().With("behaviors.jsonl",
            $$$"""{"department":"police","childIdNo":"{{{SampleFamily.Child.IdNo}}}","behavior":{"kind":"Unavailable","times":1}}"""));
        await simulator.Behave("police", new { kind = "TooManyRequests" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ask(simulator, Person));
        Assert.Equal(HttpStatusCode.OK, await Ask(simulator, Person));

        using var reset = await simulator.Http.PostAsJsonAsync("/control/reset", new { });

        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(0, (await simulator.Counters()).GetProperty("police").GetProperty("requests").GetInt32());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ask(simulator, Person));
        Assert.Equal(HttpStatusCode.NotFound, await Ask(simulator, Person with { RequestId = "r-2", Child = SampleFamily.Stranger }));
    }

    [Fact]
    public async Task CallbackBase_MovedBetweenAttempts_NextAttemptGoesThere()
    {
        var time = FakeTime.Start();
        await using var simulator = await RunningSimulator.Start(time: time);
        await using var moved = await CallbackReceiver.Start(time);
        simulator.Receiver.LineUp(503);
        await simulator.Behave("police", new { kind = "Callback" });
        await Ask(simulator, Person);
        await simulator.Receiver.Next();

        using var set = await simulator.Http.PutAsJsonAsync("/control/callback-base", new { address = moved.Address });

        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.True((await time.AdvanceUntil(moved.Next)).Signed);
    }

    [Theory]
    [InlineData("behavior", """{"department":"fire","behavior":{"kind":"Answer"}}""")]
    [InlineData("behavior", """{"department":"police","behavior":{"kind":"Sulk"}}""")]
    [InlineData("behavior", """{"department":"police","behavior":{"kind":"Slow"}}""")]
    [InlineData("behavior", """{"department":"police","behavior":{"kind":"Slow","delayMs":-1}}""")]
    [InlineData("behavior", """{"department":"police","behavior":{"kind":"Answer","times":0}}""")]
    [InlineData("behavior", """{"department":"police","behavior":{"kind":"Answer","everyNth":0}}""")]
    [InlineData("behavior", """{"department":"police","behavior":{"kind":"Answer","retryAfterSeconds":-1}}""")]
    [InlineData("behavior", """{"department":"police","childIdNo":"","behavior":{"kind":"Answer"}}""")]
    [InlineData("callback-base", """{"address":"ftp://127.0.0.1"}""")]
    [InlineData("callback-base", """{"address":"here"}""")]
    public async Task Control_WhatCannotBePlayed_Is400(string path, string body)
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Http.PutAsJsonAsync($"/control/{path}", JsonDocument.Parse(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.7", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData(null, false)]
    public async Task Control_CallerElsewhere_FindsNothing(string? caller, bool reached)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);

        var result = await LoopbackOnly.Filter(
            new DefaultEndpointFilterInvocationContext(http), _ => ValueTask.FromResult<object?>("reached"));

        Assert.Equal(reached, result is "reached");
    }

    [Fact]
    public async Task Health_Running_Is200()
    {
        await using var simulator = await RunningSimulator.Start();

        using var response = await simulator.Http.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<HttpStatusCode> Ask(RunningSimulator simulator, SampleQuery query)
    {
        using var response = await simulator.Send(query);
        return response.StatusCode;
    }
}
