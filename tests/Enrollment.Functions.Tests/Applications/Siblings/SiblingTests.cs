using System.Text.Json;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Siblings;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Siblings;

public sealed class SiblingTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Theory]
    [InlineData("twins", "MultipleBirth")]
    [InlineData("siblings-of-one-year", "Sibling")]
    public async Task Siblings_BothApply_AreLinkedWhoeverCameFirst(string story, string kind)
    {
        var (first, second) = await ApplyBothAsync(story);

        var (seenByFirst, seenBySecond) = (await SiblingsAsync(first), await SiblingsAsync(second));

        Assert.Equal((kind, second.Id), (Linked(seenByFirst).Single().Kind, Linked(seenByFirst).Single().Application));
        Assert.Equal((kind, first.Id), (Linked(seenBySecond).Single().Kind, Linked(seenBySecond).Single().Application));
    }

    [Fact]
    public async Task Siblings_OneWithdrawn_DropsOut_AlsoForWhoHasTheOldVersion()
    {
        var (first, second) = await ApplyBothAsync("twins");
        var seen = await first.Parent.GetAsync(first.Id);

        await second.Parent.WithdrawAsync(second.Id, (await second.Parent.GetAsync(second.Id)).ETag);

        var again = await first.Parent.GetAsync(first.Id, ifNoneMatch: seen.ETag);
        Assert.Equal(200, again.Status);
        Assert.Empty(Linked(again.Json.GetProperty("siblings")));
    }

    [Fact]
    public async Task Siblings_NoneOrNotYetAnswered_ShowsNothing()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        Assert.Equal(JsonValueKind.Null, (await parent.GetAsync(id)).Json.GetProperty("siblings").ValueKind);

        await _service.Hand.DrainAsync();

        var answer = await parent.GetAsync(id);
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("siblings").ValueKind);
        Assert.Equal(304, (await parent.GetAsync(id, answer.ETag)).Status);
    }

    [Fact]
    public async Task Siblings_ParentsApplyForOneEach_BothSeeThatTheOtherApplies_AndNotItsNumber()
    {
        var (parent, other) = (_service.Parent("twins"), _service.Parent("twins"));
        (other.Form["guardian"], other.Form["otherGuardian"]) = Exchanged(other);
        var id = await parent.ApplyAsync();
        var answer = await SubmitAsStatedAsync(other);
        Assert.True(answer.Status == 201, answer.Text);
        await _service.Hand.DrainAsync();

        var seen = Linked((await parent.GetAsync(id)).Json.GetProperty("siblings")).Single();

        Assert.Equal(("MultipleBirth", null), seen);
    }

    [Fact]
    public async Task Siblings_OfAGuardianTheOtherFormDoesNotName_AreForTheBureauOnly()
    {
        var (parent, other) = (_service.Parent("twins"), _service.Parent("twins"));
        (other.Form["guardian"], other.Form["otherGuardian"]) = Exchanged(other);
        other.Form["otherGuardian"] = null;
        var id = await parent.ApplyAsync();
        var second = await SubmitAsStatedAsync(other);
        Assert.True(second.Status == 201, second.Text);
        await _service.Hand.DrainAsync();

        var seen = await parent.GetAsync(id);

        Assert.Equal(JsonValueKind.Null, seen.Json.GetProperty("siblings").ValueKind);
        var stored = await _service.Get<ApplicationStore>().FindAsync(ApplicationId.Parse(id), CancellationToken.None);
        var known = Assert.Single(await _service.Get<SiblingIndex>().OfAsync(stored!.Application, CancellationToken.None));
        Assert.Equal((second.Json.GetProperty("id").GetString(), SiblingKind.MultipleBirth), (known.Stored.Application.Id.Value, known.Kind));
    }

    [Fact]
    public async Task Link_LostToACrash_IsEnteredByNightOrWhenSomebodyLooks()
    {
        var (first, second) = await ApplyBothAsync("siblings-of-one-year");
        await ForgetAsync(first.Id);
        await ForgetAsync(second.Id);
        Assert.Empty(Linked(await SiblingsAsync(first)));
        await ForgetAsync(first.Id);

        await _service.Hand.ReconcileAsync();

        Assert.Single(Linked(await SiblingsAsync(first)));
        Assert.Single(Linked(await SiblingsAsync(second)));
        var before = await _service.Stored.RowsAsync(SiblingIndex.Table);
        await _service.Hand.ReconcileAsync();
        Assert.Equal(before.Count, (await _service.Stored.RowsAsync(SiblingIndex.Table)).Count);
    }

    [Fact]
    public async Task Wish_Stated_IsKeptAndShown_AndTheLastOneCounts()
    {
        var (first, _) = await ApplyBothAsync("siblings-of-one-year");

        var together = await WishAsync(first, """{"wish":"Together"}""");
        var apart = await WishAsync(first, """{"wish":"Apart"}""");
        await WishAsync(first, """{"wish":"Apart"}""");

        Assert.Equal((200, "Together"), (together.Status, together.Json.GetProperty("wish").GetString()));
        Assert.Equal("Apart", apart.Json.GetProperty("wish").GetString());
        Assert.Equal("Apart", (await SiblingsAsync(first)).GetProperty("wish").GetString());
        Assert.Equal(SiblingWish.Apart, await _service.Get<SiblingWishes>().OfAsync(ApplicationId.Parse(first.Id), CancellationToken.None));
    }

    [Fact]
    public async Task Wish_BeforeAnybodyAnswered_IsKept()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();

        Assert.Equal(200, (await WishAsync((parent, id), """{"wish":"Together"}""")).Status);

        Assert.Equal("Together", (await parent.GetAsync(id)).Json.GetProperty("siblings").GetProperty("wish").GetString());
    }

    [Theory]
    [InlineData("", 400, "malformed-json")]
    [InlineData("{}", 422, "required")]
    [InlineData("""{"wish":null}""", 422, "required")]
    [InlineData("""{"wish":"together"}""", 422, "unknown-value")]
    [InlineData("""{"wish":1}""", 400, "wrong-type")]
    [InlineData("""{"wish":"Apart","for":"x"}""", 400, "unknown-field")]
    public async Task Wish_HostileBody_IsRefused(string body, int status, string code)
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();

        (await WishAsync((parent, id), body)).AssertProblem(status, code);
    }

    [Fact]
    public async Task Wish_ForSomebodyElsesApplication_OrAWithdrawnOne_IsRefused()
    {
        var (parent, stranger) = (_service.Parent(FamilyPool.Plain), _service.Parent(FamilyPool.Plain));
        var id = await parent.ApplyAsync();

        (await WishAsync((stranger, id), """{"wish":"Apart"}""")).AssertProblem(404, "not-found");
        await parent.WithdrawAsync(id, (await parent.GetAsync(id)).ETag);
        (await WishAsync((parent, id), """{"wish":"Apart"}""")).AssertProblem(409, "action-not-possible");
    }

    [Fact]
    public async Task Kept_NamesNobody_AndSiblingsShareAMarkOnlyInTheirHousehold()
    {
        var (first, second) = await ApplyBothAsync("twins");
        var (other, _) = await ApplyBothAsync("twins");

        var rows = (await _service.Stored.RowsAsync(SiblingIndex.Table)).ToDictionary(row => row.RowKey, StringComparer.Ordinal);

        Canaries.AssertNobodyIn(string.Join('\n', rows.Values.Select(row => string.Join(' ', row))), [first.Parent.Family, second.Parent.Family]);
        Assert.Equal((rows[first.Id].PartitionKey, rows[first.Id]["BirthMark"]), (rows[second.Id].PartitionKey, rows[second.Id]["BirthMark"]));
        Assert.NotEqual(rows[first.Id]["BirthMark"], rows[other.Id]["BirthMark"]);
    }

    private static (System.Text.Json.Nodes.JsonNode? Guardian, System.Text.Json.Nodes.JsonNode? Other) Exchanged(Parent parent)
    {
        var (guardian, other) = (parent.Form["otherGuardian"]!.DeepClone(), parent.Form["guardian"]!.DeepClone());
        guardian["phone"] = "13800000009";
        return (guardian, other);
    }

    // Logged in as the guardian the form now names.
    private Task<HttpAnswer> SubmitAsStatedAsync(Parent parent)
    {
        var guardian = parent.Form["guardian"]!;
        var token = new Tokens(guardian["documentNumber"]!.GetValue<string>(), guardian["name"]!.GetValue<string>()).Mint();
        return new Parent(_service.Http, parent.Family) { Token = token }.PostAsync(parent.Form.ToJsonString());
    }

    private static List<(string? Kind, string? Application)> Linked(JsonElement siblings) => siblings.ValueKind is JsonValueKind.Null
        ? []
        : [.. siblings.GetProperty("linked").EnumerateArray().Select(sibling => (sibling.GetProperty("kind").GetString(), sibling.GetProperty("application").GetString()))];

    private async Task<((Parent Parent, string Id) First, (Parent Parent, string Id) Second)> ApplyBothAsync(string story)
    {
        var (first, second) = (_service.Parent(story), _service.Parent(story));
        Assert.Equal(first.GuardianNumber(), second.GuardianNumber());
        var firstId = await first.ApplyAsync();
        await _service.Hand.DrainAsync();
        var secondId = await second.ApplyAsync();
        await _service.Hand.DrainAsync();
        return ((first, firstId), (second, secondId));
    }

    private static async Task<JsonElement> SiblingsAsync((Parent Parent, string Id) own) => (await own.Parent.GetAsync(own.Id)).Json.GetProperty("siblings");

    private Task<HttpAnswer> WishAsync((Parent Parent, string Id) own, string body) => _service.CallAsync(own.Parent, "PUT", $"applications/{own.Id}/sibling-wish", body);

    private async Task ForgetAsync(string id)
    {
        var row = (await _service.Stored.RowsAsync(SiblingIndex.Table)).Single(row => row.RowKey == id);
        await _service.Stored.Table(SiblingIndex.Table).DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag);
    }
}
