using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>Storage is out: the caller is told to come again, and whoever does finds nothing lost and nothing twice.</summary>
public sealed class StorageOutageTests : IAsyncLifetime
{
    private readonly Cable _tables = new();
    private readonly Cable _queues = new();
    private Service? _service;

    private Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(ServiceOptions.Over(_tables, _queues));

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Submit_StorageOut_AsksToComeAgainAndIsOneApplicationThen(bool tables, bool queues)
    {
        var parent = Service.Parent(FamilyPool.Plain);
        (_tables.IsCut, _queues.IsCut) = (tables, queues);
        var refused = await parent.SubmitAsync();
        _tables.IsCut = _queues.IsCut = false;

        var taken = await parent.SubmitAsync();

        refused.AssertProblem(503, "temporarily-unavailable");
        Assert.Equal("5", refused.Headers["Retry-After"]);
        Assert.Equal(tables ? 201 : 200, taken.Status);
        Assert.Single((await parent.ListAsync()).Json.GetProperty("applications").EnumerateArray());
    }

    [Fact]
    public async Task EveryQuestion_StorageOut_IsAnsweredWithTheSameProblem()
    {
        var parent = Service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        var truth = Service.Voice.Truth("property", parent.Family, id);
        _tables.IsCut = true;

        var answers = await Task.WhenAll(parent.GetAsync(id), parent.ListAsync(), parent.WithdrawAsync(id, "*"), Service.Voice.CallBackAsync("property", truth, "msg_1"));

        Assert.All(answers, answer => answer.AssertProblem(503, "temporarily-unavailable"));
    }

    [Fact]
    public async Task Refusal_StorageOut_NeedsNoStorage()
    {
        _tables.IsCut = _queues.IsCut = true;

        (await Service.Parent(FamilyPool.Plain).PostAsync("{}")).AssertProblem(422, "validation-failed");
    }
}
