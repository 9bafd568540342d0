using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;

namespace Enrollment.Functions.Tests.Departments;

public sealed class DepartmentPipelineTests
{
    // No department: whatever opens in other tests meanwhile is not counted.
    private const string Nobody = "nobody";

    [Fact]
    public async Task Circuit_OpensAndItsProbeFails_IsCountedTwice()
    {
        using var gauges = new Gauges(isForAll: true);
        var clock = new FakeTimeProvider();
        var options = new DepartmentOptions { Retries = 0 };
        var pipeline = DepartmentPipeline.Create(options, clock, new CircuitBreakerStateProvider(), Measures.OfDepartment(Nobody));

        for (var i = 0; i < options.MinimumThroughput; i++)
            await FailAsync();
        Assert.Equal([1], gauges.Of(Measures.CircuitOpened, Nobody));
        clock.Advance(options.BreakDuration);
        await FailAsync();

        Assert.Equal([1, 1], gauges.Of(Measures.CircuitOpened, Nobody));

        async Task FailAsync() => await pipeline.ExecuteAsync(_ => ValueTask.FromResult<AskResult>(new AskResult.Unreachable(UnreachableReason.ServerError)));
    }
}
