using Enrollment.Domain.Verification;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Verification;

/// <summary>The property register is down for the whole run, on the schedule of a real season.</summary>
public sealed class DepartmentDownTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const int Families = 12;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(3);

    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task DepartmentDown_ForTheWholeRun_CostsNobodyElseAndSettlesWhenItIsBack()
    {
        await _service.Departments.BehaveAsync(Department.Property, new { kind = "Unavailable" });
        var cases = await ApplyAsync();

        await _service.Hand.DrainAsync();
        foreach (var (parent, id) in cases)
            Assert.Equal("Verifying: CivilAffairs Match, Police Match, Property Queued", await StandingAsync(parent, id));

        await LetPassAsync(TimeSpan.FromMinutes(40));
        foreach (var (parent, id) in cases)
            Assert.Equal("UnderReview: CivilAffairs Match, Police Match, Property SourceUnavailable", await StandingAsync(parent, id));
        await AssertNoDequeueCountBurntAsync();

        // A 15-minute pause between two askings, twelve families, half an hour before and ten minutes after giving up: an outage is no storm.
        var asked = (await _service.Departments.CountersAsync()).GetProperty("property").GetProperty("requests").GetInt32();
        Assert.InRange(asked, Families / 2, Families * 15);

        await _service.Departments.BehaveAsync(Department.Property, new { kind = "Answer" });
        // Twice the 15 minutes: the first call after an outage probes the circuit, and what is asked beside it has to come again.
        await LetPassAsync(TimeSpan.FromMinutes(33));
        foreach (var (parent, id) in cases)
        {
            Assert.Equal("Verified: CivilAffairs Match, Police Match, Property Match", await StandingAsync(parent, id));
            Assert.Empty(await _service.Stored.DueAsync(id));
            Assert.Equal(1, (await _service.Stored.EventsAsync(id)).Count(e => e == "CategoryEstablished"));
            Assert.Equal(1, (await _service.Stored.EventsAsync(id)).Count(e => e == "SourceUnavailable"));
        }
        await AssertNoDequeueCountBurntAsync();
    }

    private async Task<List<(Parent Parent, string Id)>> ApplyAsync()
    {
        var cases = new List<(Parent, string)>();
        for (var i = 0; i < Families; i++)
        {
            var parent = _service.Parent(FamilyPool.Plain);
            cases.Add((parent, await parent.ApplyAsync()));
        }
        return cases;
    }

    // Draining fails on any message that is received a second time, and on any function that throws.
    private async Task LetPassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Step)
        {
            fixture.Clock.Advance(Step);
            await _service.Hand.SweepAsync();
            await _service.Hand.DrainAsync();
        }
    }

    private async Task AssertNoDequeueCountBurntAsync()
    {
        foreach (var queue in VerificationQueues.All)
            Assert.Empty(await _service.Stored.MessagesAsync(queue + VerificationQueues.Poison));
        Assert.Empty(await _service.Stored.RowsAsync(DeadLetters.Table));
    }

    private static async Task<string> StandingAsync(Parent parent, string id)
    {
        var application = (await parent.GetAsync(id)).Json;
        var checks = application.GetProperty("checks").EnumerateArray()
            .Select(c => $"{c.GetProperty("department").GetString()} {c.GetProperty("status").GetString()}").Order(StringComparer.Ordinal);
        return $"{application.GetProperty("status").GetString()}: {string.Join(", ", checks)}";
    }
}
