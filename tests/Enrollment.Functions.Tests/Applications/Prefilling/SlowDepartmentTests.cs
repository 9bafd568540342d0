using System.Diagnostics;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Prefilling;

/// <summary>Real time: how long a parent waits for a department that takes half a minute.</summary>
public sealed class SlowDepartmentTests : IAsyncLifetime
{
    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Lookups:AnswerWithin"] = "00:00:01" },
    });

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Slow_OneOfTwoDepartments_IsNamedWithinTheBound_AndTheOtherAnswers()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.Property, new { kind = "Slow", delayMs = 30_000 }, parent.GuardianNumber());
        var waited = Stopwatch.StartNew();

        var answer = await _service.PrefillAsync(parent);

        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), $"{waited.Elapsed}");
        Assert.Equal(200, answer.Status);
        Assert.Equal(["Answered", "TooSlow"], answer.Json.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("status").GetString()));
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, answer.Json.GetProperty("forms")[0].GetProperty("form").GetProperty("child").ValueKind);
    }

    [Fact]
    public async Task Slow_DepartmentOfADryRun_IsPartial_AndCompleteOnceItAnswers()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.CivilAffairs, new { kind = "Slow", delayMs = 30_000, times = 1 }, parent.ChildNumber);

        var partial = await _service.CallAsync(parent, "POST", "dry-runs", $$$"""{"form":{{{parent.Form.ToJsonString()}}}}""");

        Assert.True(partial.Status == 201, partial.Text);
        Assert.Equal("Partial", partial.Json.GetProperty("status").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, partial.Json.GetProperty("outcome").ValueKind);
        Assert.True(await Until.TrueAsync(async () =>
            (await _service.CallAsync(parent, "GET", $"dry-runs/{partial.Json.GetProperty("id").GetString()}")).Json.GetProperty("status").GetString() == "Complete"));
    }
}
