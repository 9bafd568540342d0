using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Review;

public sealed class ObjectToDecisionTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static readonly object Change = new { kind = "ChangeDecision", category = "ConsistentResident", reason = "NewFacts", note = "新证已核" };
    private static readonly object Uphold = new { kind = "UpholdDecision", reason = "RegisterStands", note = "登记无误" };

    private readonly Service _service = fixture.Service;
    private readonly ReviewDesk _desk = new(fixture.Service);

    [Fact]
    public async Task Objection_AnsweredByAThirdPerson_ChangesTheOutcome()
    {
        var (parent, id) = await _desk.RefusedAsync();

        var raised = await _desk.ObjectAsync(parent, id, "我们刚办完过户");
        (await _desk.ActAsync(id, Change, ReviewDesk.Ann)).AssertProblem(409, "another-reviewer-needed");
        ReviewDesk.Ok(await _desk.ReleaseAsync(id, ReviewDesk.Ann));
        (await _desk.ActAsync(id, Uphold, ReviewDesk.Ben)).AssertProblem(409, "another-reviewer-needed");
        ReviewDesk.Ok(await _desk.ReleaseAsync(id, ReviewDesk.Ben));
        var read = (await _desk.OpenAsync(id, ReviewDesk.Cai, "Objection")).Json;
        var answered = await _desk.ActAsync(id, Change, ReviewDesk.Cai);

        ReviewDesk.Ok(raised);
        Assert.Contains("until 2026-07-08", raised.Json.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Equal("我们刚办完过户", read.GetProperty("objectionText").GetString());
        ReviewDesk.Ok(answered);
        var seen = (await parent.GetAsync(id)).Json;
        Assert.Equal(("C1", "Changed"), (seen.GetProperty("establishedCategory").GetProperty("code").GetString(), seen.GetProperty("objection").GetProperty("outcome").GetString()));
        Assert.Contains("second review changed the decision", seen.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Equal(["ObjectionRaised", "ObjectionAnswered", "CategoryEstablished"], (await _service.Stored.EventsAsync(id)).TakeLast(3));
    }

    [Fact]
    public async Task Objection_Upheld_NamesTheNextRemedies()
    {
        var (parent, id) = await _desk.RefusedAsync();
        ReviewDesk.Ok(await _desk.ObjectAsync(parent, id));

        ReviewDesk.Ok(await _desk.ActAsync(id, Uphold, ReviewDesk.Cai));

        var seen = (await parent.GetAsync(id)).Json;
        Assert.Equal("C3", seen.GetProperty("establishedCategory").GetProperty("code").GetString());
        Assert.Contains("within 60 days", seen.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        (await _desk.ObjectAsync(parent, id)).AssertProblem(409, "objection-already-raised");
        (await _desk.ActAsync(id, Uphold, ReviewDesk.Token("dan"))).AssertProblem(409, "action-not-possible");
    }

    [Fact]
    public async Task Objection_TwiceAtOnce_IsRaisedOnce()
    {
        var (parent, id) = await _desk.RefusedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.ObjectAsync(parent, id)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.AssertProblem(409, "objection-already-raised"));
        Assert.Single(await _service.Stored.EventsAsync(id), kind => kind == "ObjectionRaised");
    }

    [Fact]
    public async Task Objection_NothingDecided_OrAnothersApplication_IsRefused()
    {
        var (parent, id) = await _desk.CaseAsync();

        (await _desk.ObjectAsync(parent, id)).AssertProblem(409, "nothing-to-object-to");
        (await _desk.ObjectAsync(_service.Parent(FamilyPool.Plain), id)).AssertProblem(404, "not-found");
        (await _desk.ObjectRawAsync(parent, id, """{"text":"  "}""")).AssertProblem(422, "required");
        (await _desk.ObjectRawAsync(parent, id, """{"text":"<b>"}""")).AssertProblem(422, "forbidden-characters");
        (await _desk.ObjectRawAsync(parent, id, $$"""{"text":"{{new string('长', 1001)}}"}""")).AssertProblem(422, "too-long");
        (await _desk.ObjectRawAsync(parent, id, """{"text":1}""")).AssertProblem(400, "wrong-type");
    }

    [Fact]
    public async Task Objection_OnTheDayAfterTheLast_IsTooLate_AndAnUnansweredOneIsOverdue()
    {
        var (late, lateId) = await _desk.RefusedAsync();
        var (parent, id) = await _desk.RefusedAsync();
        ReviewDesk.Ok(await _desk.ObjectAsync(parent, id));
        Assert.False(await IsOverdueAsync(id));

        fixture.Clock.Advance(TimeSpan.FromDays(8));

        (await _desk.ObjectAsync(late, lateId)).AssertProblem(409, "objection-too-late");
        Assert.True(await IsOverdueAsync(id));
    }

    private async Task<bool> IsOverdueAsync(string id) => (await _desk.ListAsync("?kind=Objection&limit=100")).Json.GetProperty("cases").EnumerateArray()
        .Single(line => line.GetProperty("id").GetString() == id).GetProperty("overdue").GetBoolean();
}
