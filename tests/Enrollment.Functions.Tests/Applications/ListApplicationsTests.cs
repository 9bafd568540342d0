using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

public sealed class ListApplicationsTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task List_Nothing_IsEmpty()
    {
        var answer = await _service.Parent(FamilyPool.Plain).ListAsync();

        Assert.Equal((200, "{\"applications\":[]}"), (answer.Status, answer.Text));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task List_OwnAndOthers_ShowsTheCallersOwnInOrderOfTime()
    {
        var (first, second, stranger) = (_service.Parent("twins"), _service.Parent("twins"), _service.Parent(FamilyPool.Plain));
        var one = await first.ApplyAsync();
        await stranger.ApplyAsync();
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var two = await second.ApplyAsync();

        var listed = (await first.ListAsync()).Json.GetProperty("applications").EnumerateArray().ToList();

        Assert.Equal([one, two], listed.Select(a => a.GetProperty("id").GetString()));
        Assert.All(listed, a => Assert.Equal("Submitted", a.GetProperty("status").GetString()));
        Assert.Equal("C1", listed[0].GetProperty("claimedCategory").GetProperty("code").GetString());
        Assert.Equal(2026, listed[0].GetProperty("intakeYear").GetInt32());
    }

    [Fact]
    public async Task List_Withdrawn_StaysListed()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await parent.WithdrawAsync(id, (await parent.GetAsync(id)).ETag);

        Assert.Equal("Withdrawn", Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray()).GetProperty("status").GetString());
    }
}
