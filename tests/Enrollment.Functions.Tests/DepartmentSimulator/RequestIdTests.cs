using System.Net;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class RequestIdTests
{
    private static readonly SampleQuery Person = new("police", "Person");

    [Fact]
    public async Task RequestId_AskedAgainLater_GetsTheSameBytesAndIsCounted()
    {
        var time = FakeTime.Start();
        await using var simulator = await RunningSimulator.Start(time: time);

        var first = await simulator.Answer(Person);
        time.Advance(TimeSpan.FromHours(1));
        var again = await simulator.Answer(Person);
        var other = await simulator.Answer(Person with { RequestId = "r-2" });

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.NotEqual(first.GetProperty("retrievedAt").GetString(), other.GetProperty("retrievedAt").GetString(), StringComparer.Ordinal);
        Assert.Equal(1, (await simulator.Counters()).GetProperty("repeatedRequestIds").GetInt32());
    }

    [Fact]
    public async Task RequestId_UsedForAnotherChild_Is409()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Answer(Person);

        using var response = await simulator.Send(Person with { Child = SampleFamily.Stranger });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task RequestId_AtAnotherDepartment_IsItsOwn()
    {
        await using var simulator = await RunningSimulator.Start();
        await simulator.Answer(Person);

        await simulator.Answer(new SampleQuery("civil-affairs", "Guardianship"));

        Assert.Equal(0, (await simulator.Counters()).GetProperty("repeatedRequestIds").GetInt32());
    }
}
