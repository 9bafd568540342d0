using System.Globalization;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Processes;

namespace Enrollment.DevCluster;

/// <summary>Storage, departments and function hosts on this machine. None of them outlives this process, however it ends.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly ClusterOptions _options;
    private readonly List<WebProcess> _hosts = [];

    private Cluster(ClusterOptions options, AzuriteProcess azurite)
    {
        _options = options;
        Azurite = azurite;
        Account = azurite.NextAccount();
    }

    public AzuriteProcess Azurite { get; }

    /// <summary>The storage account of the cluster's own hosts.</summary>
    public AzuriteAccount Account { get; }

    public WebProcess? Simulator { get; private set; }

    /// <summary>Null when no simulator was asked for.</summary>
    public SimulatorControl? Departments { get; private set; }

    public IReadOnlyList<WebProcess> Hosts => _hosts;

    public static async Task<Cluster> StartAsync(ClusterOptions options, CancellationToken cancellation = default)
    {
        options.Report?.Invoke("Starting Azurite");
        var cluster = new Cluster(options, await AzuriteProcess.StartAsync(options.Report, cancellation));
        try
        {
            await cluster.StartProgramsAsync(cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>One more host; on the cluster's own storage account unless another is given.</summary>
    public async Task<WebProcess> StartHostAsync(AzuriteAccount? account = null, IReadOnlyDictionary<string, string>? settings = null, CancellationToken cancellation = default)
    {
        // An unused port answers "connection refused", as a department that is down.
        var departments = Simulator?.Address ?? new Uri("http://127.0.0.1:9/");
        var all = HostSettings.Functions((account ?? Account).ConnectionString, departments);
        if (_options.TelemetryFolder is { } folder)
            all["Telemetry__File"] = Path.Combine(folder, $"host-{_hosts.Count + 1}.jsonl");
        foreach (var (name, value) in HostSettings.Notices(departments))
            all[name] = value;
        foreach (var (name, value) in _options.HostSettings.Concat(settings ?? new Dictionary<string, string>(StringComparer.Ordinal)))
            all[name] = value;

        var host = await WebProcess.StartAsync(WebProgram.Functions, all, cancellation);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Starts departments and hosts again with their clocks set forward; storage keeps its own.</summary>
    public async Task SetClockAheadAsync(TimeSpan ahead, CancellationToken cancellation = default)
    {
        var changed = new Dictionary<string, string>(StringComparer.Ordinal) { [ClockAhead.Variable] = ahead.ToString("c", CultureInfo.InvariantCulture) };
        foreach (var program in Simulator is null ? _hosts : [Simulator, .. _hosts])
            await program.RestartAsync(changed, cancellation);
        if (Departments is not null && _hosts.Count > 0)
            await Departments.CallBackToAsync(_hosts[0].Address, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Departments?.Dispose();
        await Task.WhenAll(_hosts.Select(host => host.DisposeAsync().AsTask()));
        if (Simulator is not null)
            await Simulator.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    private async Task StartProgramsAsync(CancellationToken cancellation)
    {
        if (_options.SeedFolder is not null)
        {
            _options.Report?.Invoke("Starting the department simulator");
            Simulator = await WebProcess.StartAsync(WebProgram.Simulator, HostSettings.Simulator(_options.SeedFolder, Account.ConnectionString), cancellation);
            Departments = new SimulatorControl(Simulator.Address);
        }

        for (var number = 1; number <= _options.Hosts; number++)
        {
            _options.Report?.Invoke(_options.Hosts == 1 ? "Starting the function host" : $"Starting function host {number}");
            await StartHostAsync(cancellation: cancellation);
        }

        if (Departments is not null && _hosts.Count > 0)
            await Departments.CallBackToAsync(_hosts[0].Address, cancellation);
    }
}
