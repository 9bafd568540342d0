using System.Net.Sockets;
using System.Text;

namespace Enrollment.Functions.Tests.Support;

/// <summary>A request byte by byte, for what a well-behaved client cannot send: half a body, a header twice.</summary>
internal static class RawRequest
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    /// <summary>Sends the text and reads until the answer holds <paramref name="until"/> or the server closes.</summary>
    public static async Task<string> SendAsync(Uri server, string text, string until)
    {
        using var bound = new CancellationTokenSource(Bound);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, bound.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), bound.Token);
        var (answer, buffer) = (new StringBuilder(), new byte[4096]);
        while (!answer.ToString().Contains(until, StringComparison.Ordinal) && await stream.ReadAsync(buffer, bound.Token) is var read and > 0)
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return answer.ToString();
    }
}
