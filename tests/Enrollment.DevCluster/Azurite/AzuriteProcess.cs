using Enrollment.DevCluster.Processes;

namespace Enrollment.DevCluster.Azurite;

/// <summary>
/// A storage emulator in memory with many accounts, so that every test class has fresh tables and queues.
/// Mind that Azurite is one thread: a queue filled in one account slows the receives of all.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const int Accounts = 250;
    private static readonly TimeSpan ReadyBound = TimeSpan.FromSeconds(60);

    private static readonly SemaphoreSlim SharedGate = new(1, 1);
    private static AzuriteProcess? _shared;

    private readonly ChildProcess _child;
    private readonly IReadOnlyList<PortLease> _leases;
    private readonly AzuritePorts _ports;
    private int _handedOut;

    private AzuriteProcess(ChildProcess child, IReadOnlyList<PortLease> leases)
    {
        _child = child;
        _leases = leases;
        _ports = PortsOf(leases);
    }

    public int ProcessId => _child.Id;

    public OutputTail Output => _child.Output;

    /// <param name="report">Told of a first installation; by default standard error.</param>
    /// <param name="cancellation">Gives up waiting; nothing is left running.</param>
    public static Task<AzuriteProcess> StartAsync(Action<string>? report = null, CancellationToken cancellation = default) =>
        StartAsync(AzuriteInstall.Preload, report, cancellation);

    /// <summary>As npm delivers it: what our preload is compared with.</summary>
    public static Task<AzuriteProcess> StartPlainAsync() => StartAsync(preload: null, report: null, CancellationToken.None);

    /// <summary>One for all tests of this process; it ends with the process.</summary>
    public static async Task<AzuriteProcess> SharedAsync()
    {
        await SharedGate.WaitAsync();
        try
        {
            return _shared ??= await StartAsync();
        }
        finally
        {
            SharedGate.Release();
        }
    }

    /// <summary>An account nobody was given before.</summary>
    public AzuriteAccount NextAccount()
    {
        var number = Interlocked.Increment(ref _handedOut);
        return number <= Accounts
            ? AzuriteAccount.Create(number, _ports)
            : throw new InvalidOperationException($"All {Accounts} accounts of this Azurite are taken.");
    }

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync();
        foreach (var lease in _leases)
            lease.Dispose();
    }

    private static async Task<AzuriteProcess> StartAsync(string? preload, Action<string>? report, CancellationToken cancellation)
    {
        await AzuriteInstall.EnsureAsync(report ?? Console.Error.WriteLine, cancellation);
        return await PortLease.WithAsync(3, leases => StartOnAsync(leases, preload, cancellation));
    }

    private static async Task<AzuriteProcess> StartOnAsync(IReadOnlyList<PortLease> leases, string? preload, CancellationToken cancellation)
    {
        var ports = PortsOf(leases);
        var child = ChildProcess.Start(Command(ports, preload));
        try
        {
            await child.WaitUntilReadyAsync(async token =>
                await Probe.ListensAsync(ports.Blob, token)
                && await Probe.ListensAsync(ports.Queue, token)
                && await Probe.ListensAsync(ports.Table, token), ReadyBound, cancellation);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }

        return new AzuriteProcess(child, leases);
    }

    private static ChildCommand Command(AzuritePorts ports, string? preload)
    {
        var names = Enumerable.Range(1, Accounts).Select(AzuriteAccount.NameOf);
        return ChildCommand.Node("Azurite", AzuriteInstall.Script,
        [
            "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}",
        ], preload) with
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AZURITE_ACCOUNTS"] = string.Join(';', names.Select(name => $"{name}:{AzuriteAccount.KeyOf(name)}")),
            },
        };
    }

    private static AzuritePorts PortsOf(IReadOnlyList<PortLease> leases) => new(leases[0].Port, leases[1].Port, leases[2].Port);
}
