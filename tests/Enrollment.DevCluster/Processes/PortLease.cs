using System.Net;
using System.Net.Sockets;

namespace Enrollment.DevCluster.Processes;

/// <summary>
/// A TCP port of the loopback that no other cluster on this machine uses while the lease lives, also between a kill and a restart.
/// Binding to port 0 gives no such promise: the number is free again before the child binds it. And its range is the one
/// outgoing connections take theirs from, so a busy client can sit on the port of a host that is just restarting.
/// </summary>
public sealed class PortLease : IDisposable
{
    private const int First = 21000;
    private const int Last = 29999;

    private readonly FileStream _lock;

    private PortLease(int port, FileStream @lock)
    {
        Port = port;
        _lock = @lock;
    }

    public int Port { get; }

    public static PortLease Take()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "enrollment-ports-" + Environment.UserName)).FullName;
        for (var port = First; port <= Last; port++)
        {
            if (TryLock(Path.Combine(folder, $"{port}")) is not { } file)
                continue;
            if (IsFree(port))
                return new PortLease(port, file);
            file.Dispose();
        }

        throw new InvalidOperationException($"No free port between {First} and {Last}.");
    }

    /// <summary>Runs a start on fresh ports until none of them was taken by a stranger.</summary>
    public static async Task<T> WithAsync<T>(int count, Func<IReadOnlyList<PortLease>, Task<T>> start)
    {
        const int Attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            PortLease[] leases = [.. Enumerable.Range(0, count).Select(_ => Take())];
            try
            {
                return await start(leases);
            }
            catch (ChildFailedException e) when (e.PortTaken && attempt < Attempts)
            {
                Release(leases);
            }
            catch
            {
                Release(leases);
                throw;
            }
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void Release(PortLease[] leases)
    {
        foreach (var lease in leases)
            lease.Dispose();
    }

    private static FileStream? TryLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
