using Enrollment.Domain.Verification;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Health;

public sealed class HealthTests : IAsyncLifetime
{
    private static readonly string[] Storage = ["tables", "queues"];
    private static readonly string[] DepartmentNames = ["police", "civil-affairs", "property", "social-security", "disabled-persons"];

    private readonly Cable _tables = new();
    private readonly Cable _queues = new();
    private Service? _service;

    private Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(ServiceOptions.Over(_tables, _queues) with
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Departments:Property:Retries"] = "0", ["Departments:Property:BreakDuration"] = "00:05:00" },
    });

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Live_Always_IsHealthy()
    {
        _tables.IsCut = _queues.IsCut = true;

        var answer = await Service.Http.AskAsync("api/health/live");

        Assert.Equal((200, "Healthy"), (answer.Status, answer.Json.GetProperty("status").GetString()!));
    }

    [Fact]
    public async Task Ready_AllWell_NamesEachDependency()
    {
        var answer = await Service.Http.AskAsync("api/health/ready");

        Assert.Equal((200, "Healthy"), (answer.Status, answer.Json.GetProperty("status").GetString()!));
        Assert.Equal(Storage.Concat(DepartmentNames).ToDictionary(name => name, _ => "Healthy", StringComparer.Ordinal), Dependencies(answer));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Ready_StorageUnreachable_IsNotReadyUntilItIsBack(bool tables, bool queues)
    {
        (_tables.IsCut, _queues.IsCut) = (tables, queues);

        var cut = await Service.Http.AskAsync("api/health/ready");
        _tables.IsCut = _queues.IsCut = false;
        var mended = await Service.Http.AskAsync("api/health/ready");

        Assert.Equal((503, "Unhealthy"), (cut.Status, cut.Json.GetProperty("status").GetString()!));
        Assert.Equal((tables ? "Unhealthy" : "Healthy", queues ? "Unhealthy" : "Healthy"), (Dependencies(cut)["tables"], Dependencies(cut)["queues"]));
        Assert.Equal(200, mended.Status);
    }

    [Fact]
    public async Task Ready_DepartmentsCircuitOpen_IsNamedAndNoReasonNotToBeReady()
    {
        await Service.Departments.BehaveAsync(Department.Property, new { kind = "Unavailable" });
        for (var i = 0; i < 8; i++)
            await Service.Parent(FamilyPool.Plain).ApplyAsync();
        await Service.Hand.DrainAsync();

        var answer = await Service.Http.AskAsync("api/health/ready");

        Assert.Equal(200, answer.Status);
        Assert.Equal("CircuitOpen", Dependencies(answer)["property"]);
        Assert.All(DepartmentNames.Where(name => name != "property"), name => Assert.Equal("Healthy", Dependencies(answer)[name]));
    }

    private static Dictionary<string, string> Dependencies(HttpAnswer answer) =>
        answer.Json.GetProperty("dependencies").EnumerateObject().ToDictionary(d => d.Name, d => d.Value.GetString()!, StringComparer.Ordinal);
}
