using System.Net;
using System.Net.Sockets;
using Enrollment.DevCluster.Processes;

namespace Enrollment.Functions.Tests.DevCluster;

public sealed class PortLeaseTests
{
    [Fact]
    public void Take_WhileAnotherIsHeld_GivesAnotherPortThoughNobodyListens()
    {
        using var first = PortLease.Take();
        using var second = PortLease.Take();

        Assert.NotEqual(first.Port, second.Port);
    }

    [Fact]
    public void Take_PortTakenByAStranger_IsPassedOver()
    {
        int port;
        using (var lease = PortLease.Take())
            port = lease.Port;
        using var stranger = new TcpListener(IPAddress.Loopback, port);
        stranger.Start();

        using var next = PortLease.Take();

        Assert.NotEqual(port, next.Port);
    }

    [Fact]
    public async Task With_ChildSaysThePortIsTaken_TriesAnother()
    {
        var tried = new List<int>();

        var port = await PortLease.WithAsync(1, leases =>
        {
            tried.Add(leases[0].Port);
            return tried.Count == 1 ? throw PortTaken() : Task.FromResult(leases[0].Port);
        });

        Assert.Equal(2, tried.Count);
        Assert.Equal(tried[1], port);
    }

    private static ChildFailedException PortTaken()
    {
        var output = new OutputTail();
        output.Add("Failed to bind to address http://127.0.0.1:21000: address already in use.");
        return ChildFailedException.For("host", output);
    }
}
