using System.Text.Json.Nodes;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Prefilling;

public sealed class PrefillApplicationTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Theory]
    [InlineData(FamilyPool.Plain)]
    [InlineData("register-without-property")]
    [InlineData("siblings-of-one-year")]
    public async Task Prefill_FamilyOfTheDistrict_FillsWhatTheParentWouldHaveTyped(string story)
    {
        var parent = _service.Parent(story);

        var answer = await _service.PrefillAsync(parent);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.True(answer.Json.GetProperty("complete").GetBoolean(), answer.Text);
        var form = FormFor(parent, answer);
        foreach (var part in (string[])["child", "household", "property"])
            Assert.True(JsonNode.DeepEquals(Stated(parent.Form[part], form[part]), form[part]), $"{part}: {form[part]}");
        Assert.Equal(parent.GuardianNumber(), form["guardian"]!["documentNumber"]!.GetValue<string>());
        Assert.Equal(2026, form["intakeYear"]!.GetValue<int>());
    }

    [Fact]
    public async Task Prefill_Fields_NameSourceSystemAndDay_AndWhatIsLeftToTheParent()
    {
        var parent = _service.Parent(FamilyPool.Plain);

        var filled = (await _service.PrefillAsync(parent)).Json.GetProperty("forms")[0];

        var fields = filled.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("path").GetString()!);
        Assert.Equal("Police", fields["$.child.name"].GetProperty("source").GetString());
        Assert.Equal("2026-06-30", fields["$.child.name"].GetProperty("dataAsOf").GetString());
        Assert.NotEmpty(fields["$.child.name"].GetProperty("sourceSystem").GetString()!);
        Assert.Equal("Property", fields["$.property.certificateNo"].GetProperty("source").GetString());
        Assert.Equal("Login", fields["$.guardian.documentNumber"].GetProperty("source").GetString());
        Assert.Equal(["phone-invalid at $.guardian.phone", "statement-not-accepted at $.statementAccepted"], Missing(filled));
    }

    [Fact]
    public async Task Prefill_ConfirmedWithPhoneAndStatement_IsAnApplicationThatSettles()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var form = FormFor(parent, await _service.PrefillAsync(parent));
        form["guardian"]!["phone"] = "13800000001";
        form["statementAccepted"] = true;

        var applied = await parent.PostAsync(form.ToJsonString());

        Assert.True(applied.Status == 201, applied.Text);
        await _service.Hand.DrainAsync();
        Assert.Equal("Verified", (await parent.GetAsync(applied.Json.GetProperty("id").GetString()!)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Prefill_ChildOnTheGrandparentsBookAlone_IsNotGuessedAt()
    {
        var answer = await _service.PrefillAsync(_service.Parent("consistent-grandparents-home"));

        Assert.Equal("NoRecord", answer.Json.GetProperty("sources")[0].GetProperty("status").GetString());
        Assert.Contains("required at $.child", Missing(Assert.Single(answer.Json.GetProperty("forms").EnumerateArray())));
    }

    [Fact]
    public async Task Prefill_Twins_GivesAFormForEach()
    {
        var parent = _service.Parent("twins");

        var answer = await _service.PrefillAsync(parent);

        Assert.Equal(2, answer.Json.GetProperty("forms").EnumerateArray().Select(form => form.GetProperty("form").GetProperty("child").GetProperty("documentNumber").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Prefill_AskedAgainWithinTheDay_AsksNobody_AndAnewAfterIt()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var first = await _service.PrefillAsync(parent);
        var (police, property) = (await _service.AskedAsync("police"), await _service.AskedAsync("property"));

        var again = await _service.PrefillAsync(parent);

        Assert.Equal((police, property), (await _service.AskedAsync("police"), await _service.AskedAsync("property")));
        Assert.True(JsonNode.DeepEquals(FormFor(parent, first), FormFor(parent, again)));
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        await _service.PrefillAsync(parent);
        Assert.Equal((police + 1, property + 1), (await _service.AskedAsync("police"), await _service.AskedAsync("property")));
    }

    [Fact]
    public async Task Prefill_DepartmentDown_TellsWhatIsMissing_LeavesItAlone_AndGoesOnLater()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.Property, new { kind = "Unavailable", times = 1 }, parent.GuardianNumber());

        var partial = await _service.PrefillAsync(parent);
        var asked = await _service.AskedAsync("property");
        var tooSoon = await _service.PrefillAsync(parent);

        Assert.Equal(200, partial.Status);
        Assert.False(partial.Json.GetProperty("complete").GetBoolean());
        var property = partial.Json.GetProperty("sources")[1];
        Assert.Equal(("Property", "Unavailable"), (property.GetProperty("department").GetString(), property.GetProperty("status").GetString()));
        Assert.Equal(15, property.GetProperty("retryAfterSeconds").GetInt32());
        Assert.Contains("cannot be reached", property.GetProperty("text").GetString(), StringComparison.Ordinal);
        var form = FormFor(parent, partial);
        Assert.NotNull(form["child"]);
        Assert.Null(form["property"]);
        Assert.Null(form["category"]);
        Assert.Equal(asked, await _service.AskedAsync("property"));
        Assert.False(tooSoon.Json.GetProperty("complete").GetBoolean());
        fixture.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True((await _service.PrefillAsync(parent)).Json.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task Prefill_PoliceDown_StillGivesTheParentsOwnPart()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.Police, new { kind = "DropConnection" }, parent.GuardianNumber());

        var answer = await _service.PrefillAsync(parent);

        var form = Assert.Single(answer.Json.GetProperty("forms").EnumerateArray());
        Assert.Equal(parent.GuardianNumber(), form.GetProperty("form").GetProperty("guardian").GetProperty("documentNumber").GetString());
        Assert.Contains("required at $.child", Missing(form));
    }

    [Fact]
    public async Task Prefill_DepartmentCallsBack_TheAnswerIsThereNextTime()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.Police, new { kind = "CallbackTwice", delayMs = 0 }, parent.GuardianNumber());

        var first = await _service.PrefillAsync(parent);

        Assert.Contains(first.Json.GetProperty("sources")[0].GetProperty("status").GetString(), (string[])["WillCallBack", "Answered"]);
        Assert.True(await Until.TrueAsync(async () =>
        {
            fixture.Clock.Advance(TimeSpan.FromMilliseconds(10));
            return (await _service.PrefillAsync(parent)).Json.GetProperty("complete").GetBoolean();
        }));
    }

    [Fact]
    public async Task Callback_ToAPrefill_IsTakenOnce_AndOnlyTheOneAskedFor()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.Police, new { kind = "NeverCallBack" }, parent.GuardianNumber());
        var before = (await _service.Stored.RowsAsync(LookupRow.Table)).Select(row => row.PartitionKey).ToHashSet(StringComparer.Ordinal);
        await _service.PrefillAsync(parent);
        var caseNo = (await _service.Stored.RowsAsync(LookupRow.Table)).Select(row => row.PartitionKey).Distinct(StringComparer.Ordinal).Single(number => !before.Contains(number));
        var asked = await _service.AskedAsync("police");

        var unasked = await _service.Voice.CallBackAsync("police", _service.Voice.Truth("police", parent.Family, caseNo, epoch: 2), $"{caseNo}-a");
        var ofAnother = await _service.Voice.CallBackAsync("civil-affairs", _service.Voice.Truth("civil-affairs", parent.Family, caseNo), $"{caseNo}-b");
        var truth = _service.Voice.Truth("police", parent.Family, caseNo);
        var taken = await _service.Voice.CallBackAsync("police", truth, $"{caseNo}-c");
        var repeated = await _service.Voice.CallBackAsync("police", truth.Contradiction(), $"{caseNo}-d");

        unasked.AssertProblem(409, "callback-unknown");
        ofAnother.AssertProblem(409, "callback-unknown");
        Assert.Equal((202, 202), (taken.Status, repeated.Status));
        Assert.NotNull(FormFor(parent, await _service.PrefillAsync(parent)));
        Assert.Equal(asked, await _service.AskedAsync("police"));
    }

    [Theory]
    [InlineData("", 400, "malformed-json")]
    [InlineData("[]", 400, "wrong-type")]
    [InlineData("null", 400, "wrong-type")]
    [InlineData("{}", 422, "required")]
    [InlineData("""{"intakeYear":null}""", 422, "required")]
    [InlineData("""{"intakeYear":"2026"}""", 400, "wrong-type")]
    [InlineData("""{"intakeYear":2026,"intakeYear":2026}""", 400, "duplicate-field")]
    [InlineData("""{"intakeYear":2026,"idNo":"359901198801010015"}""", 400, "unknown-field")]
    [InlineData("""{"intakeYear":1999}""", 422, "intake-year-not-open")]
    [InlineData("""{"intakeYear":1e400}""", 400, "wrong-type")]
    public async Task Prefill_HostileBody_IsRefusedAndAsksNobody(string body, int status, string code)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var asked = await _service.AskedAsync("police");

        var answer = await _service.PrefillAsync(parent, body);

        answer.AssertProblem(status, code);
        Assert.Equal(asked, await _service.AskedAsync("police"));
    }

    [Fact]
    public async Task Prefill_LongBody_IsRefused() =>
        (await _service.PrefillAsync(_service.Parent(FamilyPool.Plain), new string(' ', 2000))).AssertProblem(413, "body-too-large");

    [Fact]
    public async Task Prefill_Kept_NamesNobodyInPlainAndNoRowIsAnothers()
    {
        var (one, other) = (_service.Parent(FamilyPool.Plain), _service.Parent("register-without-property"));
        await _service.PrefillAsync(one);
        await _service.PrefillAsync(other);

        var rows = await _service.Stored.RowsAsync(LookupRow.Table);

        Assert.Contains(rows, row => row.GetString("Answer") is not null);
        Canaries.AssertNobodyIn(string.Join('\n', rows.Select(row => string.Join(' ', row))), [one.Family, other.Family]);
        Canaries.AssertNobodyIn(string.Join('\n', _service.Logs.Lines), [one.Family, other.Family]);
        Assert.NotEqual(FormFor(one, await _service.PrefillAsync(one)).ToJsonString(), FormFor(other, await _service.PrefillAsync(other)).ToJsonString());
    }

    private static JsonObject FormFor(Parent parent, HttpAnswer answer)
    {
        var forms = JsonNode.Parse(answer.Text)!["forms"]!.AsArray();
        var form = forms.FirstOrDefault(filled => filled!["form"]!["child"]?["documentNumber"]?.GetValue<string>() == parent.ChildNumber);
        Assert.True(form is not null, answer.Text);
        return form["form"]!.DeepClone().AsObject();
    }

    // A parent may leave out what a register knows: the household's number, the certificate's.
    private static JsonNode? Stated(JsonNode? stated, JsonNode? filled)
    {
        if (stated is not JsonObject || filled is not JsonObject known)
            return stated;
        var copy = stated.DeepClone().AsObject();
        foreach (var (name, value) in known.Where(member => copy[member.Key] is null))
            copy[name] = value?.DeepClone();
        return copy;
    }

    private static string[] Missing(System.Text.Json.JsonElement filled) =>
        [.. filled.GetProperty("missing").EnumerateArray().Select(fault => $"{fault.GetProperty("code").GetString()} at {fault.GetProperty("path").GetString()}")];
}
