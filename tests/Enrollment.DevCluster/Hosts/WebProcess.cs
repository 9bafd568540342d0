using Enrollment.DevCluster.Processes;

namespace Enrollment.DevCluster.Hosts;

/// <summary>A .NET web program as a child: one address for its whole life, however often it is killed and started again.</summary>
public sealed class WebProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyBound = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan DrainBound = TimeSpan.FromSeconds(60);

    private readonly WebProgram _program;
    private readonly PortLease _lease;
    private Dictionary<string, string> _settings;
    private ChildProcess? _child;

    private WebProcess(WebProgram program, IReadOnlyDictionary<string, string> settings, PortLease lease)
    {
        _program = program;
        _settings = new Dictionary<string, string>(settings, StringComparer.Ordinal);
        _lease = lease;
        Address = new Uri($"http://127.0.0.1:{lease.Port}/");
    }

    public string Name => _program.Name;

    public Uri Address { get; }

    /// <summary>Null while it does not run.</summary>
    public int? ProcessId => IsRunning ? _child!.Id : null;

    public bool IsRunning => _child is { HasExited: false };

    /// <summary>Of a run that has ended; null while it runs.</summary>
    public int? ExitCode => _child?.ExitCode;

    /// <summary>The last lines of the present or, after a kill, the last run.</summary>
    public string Output => _child?.Output.ToString() ?? "";

    public static Task<WebProcess> StartAsync(WebProgram program, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation = default) =>
        PortLease.WithAsync(1, async leases =>
        {
            var process = new WebProcess(program, settings, leases[0]);
            await process.StartAsync(cancellation);
            return process;
        });

    /// <summary>Starts it on its address and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        if (IsRunning)
            throw new InvalidOperationException($"{Name} runs already.");

        await EndAsync();
        _child = ChildProcess.Start(ChildCommand.Dotnet(Name, _program.Dll, Environment()).Through(_program.Launcher));
        try
        {
            var probe = new Uri(Address, _program.ReadyPath);
            await _child.WaitUntilReadyAsync(token => Probe.AnswersOkAsync(probe, token), ReadyBound, cancellation);
        }
        catch
        {
            await _child.KillAsync();
            throw;
        }
    }

    /// <summary>SIGKILL, as a machine that fails.</summary>
    public Task KillAsync() => _child?.KillAsync() ?? Task.CompletedTask;

    /// <summary>SIGTERM, as a deployment; false when it had to be killed because it did not drain in time.</summary>
    public Task<bool> StopAsync() => _child?.StopAsync(DrainBound) ?? Task.FromResult(true);

    /// <summary>Kills it and starts it again on the same address; changed settings stay for later starts.</summary>
    public async Task RestartAsync(IReadOnlyDictionary<string, string>? changed = null, CancellationToken cancellation = default)
    {
        await KillAsync();
        foreach (var (name, value) in changed ?? new Dictionary<string, string>(StringComparer.Ordinal))
            _settings[name] = value;
        await StartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _lease.Dispose();
    }

    private async Task EndAsync()
    {
        var child = _child;
        _child = null;
        if (child is not null)
            await child.DisposeAsync();
    }

    private Dictionary<string, string> Environment() => new(_settings, StringComparer.Ordinal)
    {
        ["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority),
    };
}

/// <summary>A built program and the path that answers 200 once it is ready.</summary>
public sealed record WebProgram(string Name, string Dll, string ReadyPath)
{
    /// <summary>A command that ends by replacing itself with the one that follows it.</summary>
    public IReadOnlyList<string> Launcher { get; init; } = [];

    public static WebProgram Functions => new("function host", Repository.FunctionsDll, "api/health/live");

    public static WebProgram Simulator => new("department simulator", Repository.SimulatorDll, "health");
}
