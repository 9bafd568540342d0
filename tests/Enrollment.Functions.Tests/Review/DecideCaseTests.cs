using Enrollment.Functions.Applications;
using Enrollment.Functions.Review;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Review;

public sealed class DecideCaseTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static readonly string[] Deed = ["RealEstateCertificate"];

    private static readonly object Confirm = new { kind = "ConfirmCheck", department = "Property", rules = new[] { "R5" }, reason = "OriginalSeen", note = "原件与登记核对一致" };

    private static readonly string Long = new('字', 6000);

    private static readonly (string Body, int Status, string Code)[] Hostile =
    [
        ("", 400, "malformed-json"),
        ("[]", 400, "wrong-type"),
        ("""{"kind":"Establish","category":"ConsistentResident","reason":"PapersProve","extra":1}""", 400, "unknown-field"),
        ("""{"kind":"Execute"}""", 422, "unknown-value"),
        ("""{"kind":null}""", 422, "required"),
        ("""{"kind":"ConfirmCheck","department":"Police","rules":[],"reason":"OriginalSeen"}""", 422, "required"),
        ("""{"kind":"ConfirmCheck","department":"Police","rules":[null],"reason":"OriginalSeen"}""", 400, "wrong-type"),
        ("""{"kind":"ConfirmCheck","department":"Police","rules":["R99"],"reason":"OriginalSeen"}""", 422, "unknown-value"),
        ("""{"kind":"ConfirmCheck","department":"SocialSecurity","rules":["R8"],"reason":"OriginalSeen"}""", 422, "unknown-value"),
        ("""{"kind":"ConfirmCheck","department":"Property","rules":["R3"],"reason":"OriginalSeen"}""", 422, "unknown-value"),
        ("""{"kind":"ConfirmCheck","department":"Property","rules":["R5"],"reason":"FalsePapers"}""", 422, "unknown-value"),
        ("""{"kind":"ConfirmCheck","department":"Property","rules":["R5"],"reason":"OriginalSeen","note":"<script>"}""", 422, "forbidden-characters"),
        ("""{"kind":"ProposeRefusal","rule":"R5","reason":"ConditionNotMet"}""", 422, "required"),
        ("""{"kind":"ProposeRefusal","rule":"R7","reason":"ConditionNotMet","note":"n"}""", 422, "unknown-value"),
        ("""{"kind":"RequestCorrection","defects":[{"rule":"R5","papers":["NoSuchPaper"]}]}""", 422, "unknown-value"),
        ("""{"kind":"RequestCorrection","defects":[{"papers":[null]}]}""", 400, "wrong-type"),
        ("""{"kind":"UpholdDecision","reason":"RegisterStands","note":"n"}""", 409, "action-not-possible"),
        ($$"""{"kind":"ConfirmRefusal","note":"{{Long}}"}""", 413, "body-too-large"),
        ($$"""{"kind":"ConfirmRefusal","note":"{{Long[..1001]}}"}""", 422, "too-long"),
    ];

    private readonly Service _service = fixture.Service;
    private readonly ReviewDesk _desk = new(fixture.Service);

    [Fact]
    public async Task Confirm_TheOpenRule_EstablishesTheClaimAndTellsTheParentWho()
    {
        var (parent, id) = await _desk.CaseAsync();

        var answer = await _desk.ActAsync(id, Confirm, ReviewDesk.Ann);

        ReviewDesk.Ok(answer);
        Assert.Equal("Verified", answer.Json.GetProperty("status").GetString());
        var explanation = (await parent.ExplainAsync(id, "en")).Json;
        var rule = explanation.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "R5");
        Assert.Equal(("Satisfied", "ConfirmedByPerson"), (rule.GetProperty("result").GetString(), rule.GetProperty("reason").GetString()));
        Assert.Equal("A member of staff confirmed it on 2026-07-01: The original paper was seen.", rule.GetProperty("fact").GetString());
        Assert.Equal("Person", rule.GetProperty("origin").GetProperty("kind").GetString());
        Assert.Contains("CheckDecided", await _service.Stored.EventsAsync(id));
        Assert.DoesNotContain(await _service.Stored.RowsAsync(WorkList.Table), row => row.RowKey.EndsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_TwoPeople_LeadsToTheLesserCategoryAndTellsTheParentWhyAndUntilWhenToObject()
    {
        var (parent, id) = await _desk.RefusedAsync();

        var seen = (await parent.GetAsync(id)).Json;

        Assert.Equal(("Verified", "C3"), (seen.GetProperty("status").GetString(), seen.GetProperty("establishedCategory").GetProperty("code").GetString()));
        var decision = seen.GetProperty("decision");
        Assert.Equal(("ClaimRefused", "ConditionNotMet", "R5", "2026-07-06"), (decision.GetProperty("kind").GetString(), decision.GetProperty("reason").GetString(),
            decision.GetProperty("rule").GetString(), decision.GetProperty("objectUntil").GetString()));
        Assert.Contains("Two members of staff", seen.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("产权份额不足", (await parent.GetAsync(id)).Text, StringComparison.Ordinal);
        Assert.Equal(["RefusalProposed", "ClaimRefused", "CategoryEstablished"], (await _service.Stored.EventsAsync(id)).TakeLast(3));
    }

    [Fact]
    public async Task Refusal_TheSamePersonTwice_IsRefusedAndNothingChanges()
    {
        var (parent, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ActAsync(id, ReviewDesk.ProposeRefusal(), ReviewDesk.Ann));

        var answer = await _desk.ActAsync(id, new { kind = "ConfirmRefusal" }, ReviewDesk.Ann);

        answer.AssertProblem(409, "second-person-needed");
        Assert.Equal("UnderReview", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Refusal_WithoutALesserCategory_LeadsToCoordination()
    {
        var (parent, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ActAsync(id, ReviewDesk.ProposeRefusal(category: null), ReviewDesk.Ann));

        var answer = await _desk.ActAsync(id, new { kind = "ConfirmRefusal", note = "同意" }, ReviewDesk.Ben);

        Assert.Equal("AwaitingCoordination", answer.Json.GetProperty("status").GetString());
        Assert.Contains("coordinated placement", (await parent.GetAsync(id)).Json.GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Establish_AnotherCategoryThanTheClaimed_NeedsTwoPeople()
    {
        var (_, id) = await _desk.CaseAsync();

        (await _desk.ActAsync(id, new { kind = "Establish", category = "ResidentNotConsistent", reason = "PapersProve" }, ReviewDesk.Ann)).AssertProblem(409, "refusal-needs-two-people");
        ReviewDesk.Ok(await _desk.ActAsync(id, new { kind = "Establish", category = "ConsistentResident", reason = "PapersProve" }, ReviewDesk.Ann));
    }

    [Fact]
    public async Task Decide_WithoutVersion_OldVersion_OrTwice_ChangesNothing()
    {
        var (_, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ClaimAsync(id, ReviewDesk.Ann));
        var version = await _desk.VersionAsync(id, ReviewDesk.Ann);

        (await _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, ifMatch: null)).AssertProblem(428, "precondition-required");
        (await _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, "\"datetime'2020-01-01'\"")).AssertProblem(412, "precondition-failed");
        ReviewDesk.Ok(await _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, version));
        (await _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, version)).AssertProblem(412, "precondition-failed");
        (await _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, "*")).AssertProblem(409, "case-not-claimed");
        Assert.Single(await _service.Stored.EventsAsync(id), kind => kind == "CheckDecided");
    }

    [Fact]
    public async Task Decide_ByWhoDoesNotHoldTheCase_IsRefused()
    {
        var (_, id) = await _desk.CaseAsync();

        (await _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, "*")).AssertProblem(409, "case-not-claimed");
        ReviewDesk.Ok(await _desk.ClaimAsync(id, ReviewDesk.Ann));
        (await _desk.DecideAsync(id, Confirm, ReviewDesk.Ben, "*")).AssertProblem(409, "case-claimed");
        fixture.Clock.Advance(TimeSpan.FromMinutes(30));
        (await _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, "*")).AssertProblem(409, "case-not-claimed");
        ReviewDesk.Ok(await _desk.ClaimAsync(id, ReviewDesk.Ben));
    }

    [Fact]
    public async Task Claim_TwentyPeopleAtOnce_OneGetsIt()
    {
        var (_, id) = await _desk.CaseAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _desk.ClaimAsync(id, ReviewDesk.Token($"person-{i}"))));

        var winner = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != winner), answer => answer.AssertProblem(409, "case-claimed"));
        Assert.Equal(winner.Json.GetProperty("claimedBy").GetString(), (await _desk.OpenAsync(id, ReviewDesk.Ann)).Json.GetProperty("state").GetProperty("claimedBy").GetString());
    }

    [Fact]
    public async Task Decide_TwoWaysAtOnceOnOneVersion_HappensOnce()
    {
        var (_, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ClaimAsync(id, ReviewDesk.Ann));
        var version = await _desk.VersionAsync(id, ReviewDesk.Ann);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _desk.DecideAsync(id, Confirm, ReviewDesk.Ann, version)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.AssertProblem(412, "precondition-failed"));
        Assert.Single(await _service.Stored.EventsAsync(id), kind => kind == "CheckDecided");
    }

    [Fact]
    public async Task RequestCorrection_ByAPerson_GoesToTheParent()
    {
        var (parent, id) = await _desk.CaseAsync();

        var answer = await _desk.ActAsync(id, new { kind = "RequestCorrection", note = "请上传不动产权证", defects = new[] { new { rule = "R5", papers = Deed } } }, ReviewDesk.Ann);

        ReviewDesk.Ok(answer);
        Assert.Equal("CorrectionRequested", (await parent.GetAsync(id)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Void_TwoPeople_PlacesTheChildByCoordination()
    {
        var (parent, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ActAsync(id, Confirm, ReviewDesk.Ann));

        ReviewDesk.Ok(await _desk.ActAsync(id, new { kind = "ProposeVoid", reason = "FalsePapers", note = "证件系伪造" }, ReviewDesk.Ann));
        var listed = (await _desk.ListAsync("?kind=Voiding")).Json.GetProperty("cases").EnumerateArray().Select(line => line.GetProperty("id").GetString());
        (await _desk.ActAsync(id, new { kind = "ConfirmVoid" }, ReviewDesk.Ann)).AssertProblem(409, "second-person-needed");
        ReviewDesk.Ok(await _desk.ReleaseAsync(id, ReviewDesk.Ann));
        ReviewDesk.Ok(await _desk.ActAsync(id, new { kind = "ConfirmVoid" }, ReviewDesk.Ben));

        Assert.Contains(id, listed);
        var seen = (await parent.GetAsync(id)).Json;
        Assert.Equal(("AwaitingCoordination", "Voided"), (seen.GetProperty("status").GetString(), seen.GetProperty("decision").GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Defer_WhereNobodyAppliedForIt_IsRefused()
    {
        var (_, id) = await _desk.CaseAsync();

        (await _desk.ActAsync(id, new { kind = "Defer", reason = "MedicalProof", note = "证明" }, ReviewDesk.Ann)).AssertProblem(409, "deferral-not-requested");
    }

    [Fact]
    public async Task Notes_InStorage_AreEncrypted()
    {
        var (_, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ActAsync(id, Confirm, ReviewDesk.Ann));

        var stored = string.Join('\n', (await _service.Stored.RowsAsync(ApplicationStore.Table, id)).SelectMany(row => row.Select(cell => $"{cell.Value}")));

        Assert.DoesNotContain("原件与登记核对一致", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("原件与登记核对一致", string.Join('\n', _service.Logs.Lines.Select(line => line.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_HostileBodies_AreClearProblemsAndChangeNothing()
    {
        var (_, id) = await _desk.CaseAsync();
        ReviewDesk.Ok(await _desk.ClaimAsync(id, ReviewDesk.Ann));
        var before = await _desk.VersionAsync(id, ReviewDesk.Ann);

        foreach (var (body, status, code) in Hostile)
        {
            var answer = await _desk.DecideRawAsync(id, body, ReviewDesk.Ann, "*");
            Assert.True(answer.Status == status && answer.Text.Contains(code, StringComparison.Ordinal), $"{body}: expected {status} {code}, got {answer.Text}");
        }

        Assert.Equal(before, await _desk.VersionAsync(id, ReviewDesk.Ann));
    }
}
