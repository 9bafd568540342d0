using System.Diagnostics;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Processes;

namespace Enrollment.Functions.Tests.DevCluster;

public sealed class ChildProcessTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task WaitUntilReady_ChildEndsEarly_FailsAtOnceWithItsOutput()
    {
        await using var child = ChildProcess.Start(Script("console.error('no seeds here'); process.exitCode = 3"));

        var failure = await Assert.ThrowsAsync<ChildFailedException>(() => child.WaitUntilReadyAsync(Never, Bound, CancellationToken.None));

        Assert.Contains("exit code 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no seeds here", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.PortTaken);
    }

    [Fact]
    public async Task WaitUntilReady_ChildStaysSilent_FailsAtTheBoundWithItsOutput()
    {
        await using var child = ChildProcess.Start(Script("console.log('still thinking'); setInterval(() => {}, 1000)"));
        await UntilAsync(() => child.Output.Lines.Count > 0);

        var failure = await Assert.ThrowsAsync<ChildFailedException>(() => child.WaitUntilReadyAsync(Never, TimeSpan.FromSeconds(1), CancellationToken.None));

        Assert.Contains("not ready within 1 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains("still thinking", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_ManyLines_KeepsTheLast200()
    {
        await using var child = ChildProcess.Start(Script("for (let i = 1; i <= 1000; i++) console.log('line ' + i)"));
        await child.WaitForExitAsync();

        Assert.Equal(200, child.Output.Lines.Count);
        Assert.Equal("line 801", child.Output.Lines[0]);
        Assert.Equal("line 1000", child.Output.Lines[^1]);
    }

    [Fact]
    public async Task Stop_ChildHandlesSigterm_EndsOnItsOwn()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var child = ChildProcess.Start(Script("process.on('SIGTERM', () => { console.log('drained'); process.exit(0) }); setInterval(() => {}, 1000); console.log('up')"));
        await UntilAsync(() => child.Output.Lines.Count > 0);

        Assert.True(await child.StopAsync(Bound));
        Assert.Equal(["up", "drained"], child.Output.Lines);
    }

    [Fact]
    public async Task Start_ProgramMissing_SaysWhichOne()
    {
        var failure = await Assert.ThrowsAsync<ChildFailedException>(() => Task.FromResult(ChildProcess.Start(new ChildCommand("Azurite", "no-such-node", []))));

        Assert.Contains("no-such-node", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ParentKilled_NoHandlerRuns_ItsChildrenEndToo()
    {
        await using var parent = ChildProcess.Start(ChildCommand.Dotnet("parent", Repository.BuiltDll("tests/Enrollment.DevCluster"), new Dictionary<string, string>(StringComparer.Ordinal)) with
        {
            Arguments = [Repository.BuiltDll("tests/Enrollment.DevCluster"), "storage"],
        });
        await UntilAsync(() => parent.HasExited || parent.Output.Lines.Any(line => line.StartsWith("process ", StringComparison.Ordinal)));
        var line = Assert.Single(parent.Output.Lines, line => line.StartsWith("process ", StringComparison.Ordinal));
        using var azurite = Process.GetProcessById(int.Parse(line["process ".Length..], System.Globalization.CultureInfo.InvariantCulture));

        await parent.KillAsync();

        using var bound = new CancellationTokenSource(Bound);
        await azurite.WaitForExitAsync(bound.Token);
        Assert.True(azurite.HasExited);
    }

    private static ChildCommand Script(string code) =>
        new("script", "node", ["-e", $"process.stdin.on('end', () => process.exit(1)).resume().unref?.(); {code}"]);

    private static Task<bool> Never(CancellationToken cancellation) => Task.FromResult(false);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(20), bound.Token);
    }
}
