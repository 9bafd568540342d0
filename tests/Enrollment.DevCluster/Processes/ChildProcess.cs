using System.Diagnostics;

namespace Enrollment.DevCluster.Processes;

/// <summary>A running child whose output is kept and which cannot outlive this process.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;

    private ChildProcess(string name, Process process)
    {
        Name = name;
        _process = process;
        Id = process.Id;
    }

    public string Name { get; }

    public int Id { get; }

    public OutputTail Output { get; } = new();

    public bool HasExited => _process.HasExited;

    public int? ExitCode => HasExited ? _process.ExitCode : null;

    public static ChildProcess Start(ChildCommand command)
    {
        var process = new Process { StartInfo = command.ToStartInfo() };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            process.Dispose();
            throw new ChildFailedException($"{command.Name}: '{command.Program}' cannot be started. Is it installed and on the PATH?", e);
        }

        var child = new ChildProcess(command.Name, process);
        process.OutputDataReceived += child.Keep;
        process.ErrorDataReceived += child.Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Asks until the answer is yes; throws with the child's output when it ends before, or at the bound.</summary>
    public async Task WaitUntilReadyAsync(Func<CancellationToken, Task<bool>> isReady, TimeSpan bound, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(bound);
        try
        {
            while (!HasExited)
            {
                if (await isReady(late.Token) && !HasExited)
                    return;
                await Task.Delay(ProbeEvery, late.Token);
            }

            await WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw ChildFailedException.For($"{Name} was not ready within {bound.TotalSeconds:0} s.", Output);
        }

        throw ChildFailedException.For($"{Name} ended with exit code {_process.ExitCode} before it was ready.", Output);
    }

    /// <summary>Completes when the child has ended and all its output was read.</summary>
    public Task WaitForExitAsync(CancellationToken cancellation = default) => _process.WaitForExitAsync(cancellation);

    /// <summary>SIGKILL: no handler of the child runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, then SIGKILL when the child has not ended within the time given.</summary>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        if (!HasExited)
            Signal.Terminate(_process);
        using var late = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            Output.Add(text);
    }
}
