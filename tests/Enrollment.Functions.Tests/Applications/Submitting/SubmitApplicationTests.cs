using System.Text;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Submitting;

public sealed class SubmitApplicationTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Submit_ValidForm_CreatesAndAnswersWithItsNumber()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var answer = await parent.SubmitAsync();

        Assert.Equal(201, answer.Status);
        var id = answer.Json.GetProperty("id").GetString()!;
        Assert.Equal($"/api/applications/{id}", answer.Headers["Location"]);
        Assert.Equal("Submitted", answer.Json.GetProperty("status").GetString());
        Assert.Equal(fixture.Clock.GetUtcNow(), answer.Json.GetProperty("submittedAt").GetDateTimeOffset());
        Assert.Equal("Submitted", (await _service.Stored.ApplicationAsync(id)).GetString(ApplicationRow.Status));
    }

    [Fact]
    public async Task Submit_Created_IsArmedForTheSweepAndNamesNobodyInItsNumber()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var id = await parent.ApplyAsync();

        Assert.Equal(fixture.Clock.GetUtcNow() + TimeSpan.FromSeconds(20), Assert.Single(await _service.Stored.DueAsync(id)).DueAt);
        Assert.True(ApplicationId.TryParse(id, out _));
    }

    [Fact]
    public async Task Submit_SameRequestAgain_AnswersWithTheOneThatStands()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var first = await parent.SubmitAsync();

        var second = await parent.SubmitAsync();

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first.Headers["Location"], second.Headers["Location"]);
        Assert.Equal(first.Json.GetProperty("id").GetString(), second.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Submit_SameRequestTwentyTimesAtOnce_MakesOneApplication()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => parent.SubmitAsync()));

        var id = Assert.Single(answers.Select(a => a.Json.GetProperty("id").GetString()!).Distinct());
        Assert.Single(answers, a => a.Status == 201);
        Assert.Equal(19, answers.Count(a => a.Status == 200));
        Assert.Equal(["Submitted"], await _service.Stored.EventsAsync(id));
        Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
        await SweepLatecomersAsync();
        Assert.Empty(await _service.Stored.DueAsync(id));
    }

    [Fact]
    public async Task Submit_SameChildOtherContent_IsRefusedAndLeavesTheFirst()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        var before = await _service.Stored.ApplicationAsync(id);
        parent.Form["residence"]!["address"] = "福建省泉州市鲤城区别处1号";

        var answer = await parent.SubmitAsync();

        answer.AssertProblem(409, "child-already-applied");
        Assert.Equal(before.ETag, (await _service.Stored.ApplicationAsync(id)).ETag);
    }

    [Fact]
    public async Task Submit_SameChildByTheOtherGuardian_IsRefused()
    {
        var father = _service.Parent(FamilyPool.Plain);
        await father.ApplyAsync();
        var mother = OtherGuardianOf(father);

        var answer = await mother.SubmitAsync();

        answer.AssertProblem(409, "child-already-applied");
        Assert.Empty((await mother.ListAsync()).Json.GetProperty("applications").EnumerateArray());
    }

    [Fact]
    public async Task Submit_BothGuardiansAtOnce_OneWins()
    {
        var father = _service.Parent(FamilyPool.Plain);
        var mother = OtherGuardianOf(father);

        var answers = await Task.WhenAll(father.SubmitAsync(), mother.SubmitAsync());

        Assert.Single(answers, a => a.Status == 201);
        Assert.Contains(Assert.Single(answers, a => a.Status != 201).Code, (string[])["child-already-applied", "submission-in-flight"]);
    }

    [Fact]
    public async Task Submit_AfterWithdrawal_IsANewApplication()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var first = await parent.ApplyAsync();
        await WithdrawAsync(parent, first);

        var second = await parent.ApplyAsync();
        var again = await parent.SubmitAsync();

        Assert.NotEqual(first, second);
        Assert.Equal((200, second), (again.Status, again.Json.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Submit_AfterWithdrawal_TheOtherGuardianMayApply()
    {
        var father = _service.Parent(FamilyPool.Plain);
        await WithdrawAsync(father, await father.ApplyAsync());

        Assert.Equal(201, (await OtherGuardianOf(father).SubmitAsync()).Status);
    }

    [Fact]
    public async Task Submit_SiblingsOfOneYear_AreTwoApplications()
    {
        var twins = (One: _service.Parent("twins"), Other: _service.Parent("twins"));

        Assert.NotEqual(await twins.One.ApplyAsync(), await twins.Other.ApplyAsync());
        Assert.Equal(2, (await twins.One.ListAsync()).Json.GetProperty("applications").GetArrayLength());
    }

    [Fact]
    public async Task Submit_IdempotencyKeyWithSameContent_Replays()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var first = await parent.SubmitAsync("\"once\"");

        var second = await parent.SubmitAsync("\"once\"");

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first.Headers["Location"], second.Headers["Location"]);
    }

    [Fact]
    public async Task Submit_IdempotencyKeyAfterWithdrawal_StillReplaysTheFirst()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var first = await parent.SubmitAsync("\"late retry\"");
        await WithdrawAsync(parent, first.Json.GetProperty("id").GetString()!);

        var retried = await parent.SubmitAsync("\"late retry\"");

        Assert.Equal(200, retried.Status);
        Assert.Equal("Withdrawn", retried.Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Submit_IdempotencyKeyWithOtherContent_IsRefusedBeforeAnythingIsStored()
    {
        var parent = _service.Parent("twins");
        await parent.SubmitAsync("\"twins\"");
        var sibling = _service.Parent("twins");
        var before = await _service.Stored.SubmissionTracesAsync();

        var answer = await sibling.SubmitAsync("\"twins\"");

        answer.AssertProblem(422, "idempotency-key-reused");
        Assert.Equal(before, await _service.Stored.SubmissionTracesAsync());
    }

    [Fact]
    public async Task Submit_IdempotencyKeyOfAnotherGuardian_IsNobodyElsesBusiness()
    {
        Assert.Equal(201, (await _service.Parent(FamilyPool.Plain).SubmitAsync("\"1\"")).Status);
        Assert.Equal(201, (await _service.Parent(FamilyPool.Plain).SubmitAsync("\"1\"")).Status);
    }

    [Theory]
    [InlineData("unquoted")]
    [InlineData("\"\"")]
    [InlineData("")]
    [InlineData("\"open")]
    [InlineData("\"in\"side\"")]
    [InlineData("\"back\\slash\"")]
    [InlineData("\"tab\there\"")]
    [InlineData("\"12345678901234567890123456789012345678901234567890123456789012345\"")]
    [InlineData("\"one\", \"two\"")]
    public async Task Submit_MalformedIdempotencyKey_IsRefusedAndNothingStored(string key)
    {
        var before = await _service.Stored.SubmissionTracesAsync();

        var answer = await _service.Parent(FamilyPool.Plain).SubmitAsync(key);

        answer.AssertProblem(400, "idempotency-key-malformed");
        Assert.Equal(before, await _service.Stored.SubmissionTracesAsync());
    }

    [Fact]
    public async Task Submit_NamesInDecomposedForm_AreStoredAndAskedInComposedForm()
    {
        const string decomposed = "Nguye\u0302\u0303n A\u0301i";
        var parent = _service.Parent("residence-elsewhere");
        parent.Form["child"]!["name"] = decomposed;
        parent.Form["residence"]!["address"] = "Cafe\u0301 路1号";

        var id = await parent.ApplyAsync();

        var form = (await _service.Get<ApplicationStore>().FindAsync(ApplicationId.Parse(id), CancellationToken.None))!.Application.Form;
        Assert.Equal("Nguyễn Ái".Normalize(NormalizationForm.FormC), form.Child.Name.Value);
        Assert.Equal("Caf\u00e9 路1号", form.ResidenceAddress);
    }

    [Fact]
    public async Task Submit_ByteOrderMark_IsReadAsIfItWereNotThere()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var plain = await parent.ApplyAsync();

        var answer = await parent.PostAsync(Bodies.Json([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(parent.Form.ToJsonString())]));

        Assert.Equal((200, plain), (answer.Status, answer.Json.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Submit_CallerOfAnotherLanguage_IsAnsweredInIt()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        Assert.Equal("已提交", (await parent.SubmitAsync()).Json.GetProperty("statusText").GetString());
    }

    private Parent OtherGuardianOf(Parent parent)
    {
        var other = parent.Form["otherGuardian"]!;
        var same = new Parent(_service.Http, parent.Family)
        {
            Token = new Tokens(other["documentNumber"]!.GetValue<string>(), other["name"]!.GetValue<string>()).Mint(),
        };
        var first = same.Form["guardian"]!.DeepClone();
        same.Form["guardian"] = same.Form["otherGuardian"]!.DeepClone();
        same.Form["guardian"]!["phone"] = "15400009999";
        first.AsObject().Remove("phone");
        same.Form["otherGuardian"] = first;
        return same;
    }

    private static async Task WithdrawAsync(Parent parent, string id)
    {
        var answer = await parent.WithdrawAsync(id, (await parent.GetAsync(id)).ETag);
        Assert.Equal(200, answer.Status);
    }

    // Whoever came second armed a row for a commit that never was; the sweep takes it away once it is overdue.
    private async Task SweepLatecomersAsync()
    {
        await _service.Hand.DrainAsync();
        fixture.Clock.Advance(TimeSpan.FromSeconds(21));
        await _service.Hand.SweepAsync();
    }
}
