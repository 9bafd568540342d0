using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Polly.CircuitBreaker;

namespace Enrollment.Functions.Tests.Departments;

public sealed class DepartmentCircuitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task AskAsync_EightFailuresAtOneASecond_OpenTheCircuit()
    {
        await using var police = await FakeDepartment.StartAsync(500);
        using var setup = WithoutRetries(police.Address);

        await FailAsync(setup, calls: 7);
        Assert.Equal(CircuitState.Closed, setup.Exchanges.CircuitOf(Department.Police));
        await FailAsync(setup, calls: 1);

        Assert.Equal(CircuitState.Open, setup.Exchanges.CircuitOf(Department.Police));
        var refused = Assert.IsType<AskResult.Unreachable>(await setup.AskAsync());
        Assert.Equal(UnreachableReason.CircuitOpen, refused.Reason);
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(1), BreakDuration);
        Assert.Equal(8, police.Received.Count);
    }

    [Fact]
    public async Task AskAsync_AfterTheBreak_LetsOneProbeThroughAndClosesByIt()
    {
        using var release = new SemaphoreSlim(0);
        await using var police = await FakeDepartment.StartAsync(async (context, number) =>
        {
            if (number <= 8)
            {
                await FakeDepartment.AnswerAsync(context, 500);
                return;
            }

            await release.WaitAsync(context.RequestAborted);
            await FakeDepartment.AnswerAsync(context, 200, Answers.With(Answers.Person));
        });
        using var setup = WithoutRetries(police.Address);
        await FailAsync(setup, calls: 8);
        setup.Clock.Advance(BreakDuration);

        var calls = Enumerable.Range(0, 10).Select(_ => setup.AskAsync()).ToList();
        var turnedAway = await Task.WhenAll(calls.Skip(1)).WaitAsync(Patience);
        release.Release();

        Assert.All(turnedAway, result => Assert.Equal(UnreachableReason.CircuitOpen, Assert.IsType<AskResult.Unreachable>(result).Reason));
        Assert.IsType<AskResult.Answered>((await Task.WhenAll(calls))[0]);
        Assert.Equal(9, police.Received.Count);
        Assert.Equal(CircuitState.Closed, setup.Exchanges.CircuitOf(Department.Police));
    }

    [Fact]
    public async Task AskAsync_ProbeFails_OpensAgain()
    {
        await using var police = await FakeDepartment.StartAsync(500);
        using var setup = WithoutRetries(police.Address);
        await FailAsync(setup, calls: 8);
        setup.Clock.Advance(BreakDuration);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.ServerError), await setup.AskAsync());

        Assert.Equal(CircuitState.Open, setup.Exchanges.CircuitOf(Department.Police));
    }

    [Fact]
    public async Task AskAsync_Timeouts_OpenTheCircuit()
    {
        await using var police = await FakeDepartment.StartAsync((context, _) => FakeDepartment.HangAsync(context));
        using var setup = WithoutRetries(police.Address);

        var calls = Enumerable.Range(0, 8).Select(_ => setup.AskAsync()).ToList();
        for (var i = 0; i < calls.Count; i++)
            await police.NextAsync();
        setup.Clock.Advance(ExchangeSetup.AttemptTimeout);
        await Task.WhenAll(calls).WaitAsync(Patience);

        Assert.Equal(CircuitState.Open, setup.Exchanges.CircuitOf(Department.Police));
    }

    [Theory]
    [InlineData(429, "")]
    [InlineData(404, """{"resultCode":"NotFound"}""")]
    [InlineData(202, "")]
    [InlineData(200, "not JSON")]
    [InlineData(401, "")]
    public async Task AskAsync_WhatIsNoOutage_LeavesTheCircuitClosed(int status, string body)
    {
        await using var police = await FakeDepartment.StartAsync(status, body);
        using var setup = WithoutRetries(police.Address);

        for (var i = 0; i < 20; i++)
            await setup.AskAsync();

        Assert.Equal(CircuitState.Closed, setup.Exchanges.CircuitOf(Department.Police));
        Assert.Equal(20, police.Received.Count);
    }

    [Fact]
    public async Task AskAsync_OneDepartmentHangsAndAnotherIsDown_TheOthersAnswer()
    {
        await using var hanging = await FakeDepartment.StartAsync((context, _) => FakeDepartment.HangAsync(context));
        await using var down = await FakeDepartment.StartAsync(500);
        await using var well = await FakeDepartment.StartAsync(200, Answers.With(Answers.Home));
        using var setup = new ExchangeSetup(hanging.Address, settings =>
        {
            settings["Departments:SocialSecurity:BaseAddress"] = down.Address;
            settings["Departments:SocialSecurity:Retries"] = "0";
            settings["Departments:Property:BaseAddress"] = well.Address;
        });
        using var end = new CancellationTokenSource();
        var stuck = Enumerable.Range(0, 100).Select(_ => setup.AskAsync(Department.Police, end.Token)).ToList();
        for (var i = 0; i < 32; i++)
            await hanging.NextAsync();
        for (var i = 0; i < 8; i++)
            await setup.AskAsync(Department.SocialSecurity);

        for (var i = 0; i < 20; i++)
            Assert.IsType<AskResult.Answered>(await setup.AskAsync(Department.Property));

        Assert.Equal(CircuitState.Open, setup.Exchanges.CircuitOf(Department.SocialSecurity));
        Assert.Equal(CircuitState.Closed, setup.Exchanges.CircuitOf(Department.Property));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(stuck));
    }

    private static ExchangeSetup WithoutRetries(string address) => new(address, settings => settings["Departments:Police:Retries"] = "0");

    private static async Task FailAsync(ExchangeSetup setup, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await setup.AskAsync();
            setup.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
