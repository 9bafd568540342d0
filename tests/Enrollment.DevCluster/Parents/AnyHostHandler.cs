using System.Net;

namespace Enrollment.DevCluster.Parents;

/// <summary>Asks the hosts in turn, and the next one when one is gone or in trouble, as a load balancer does.</summary>
internal sealed class AnyHostHandler(IReadOnlyList<Uri> hosts) : DelegatingHandler(new SocketsHttpHandler())
{
    private const int Attempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private int _turn = -1;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var host = hosts[(int)((uint)Interlocked.Increment(ref _turn) % hosts.Count)];
            request.RequestUri = new Uri(host, request.RequestUri!.PathAndQuery);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                // A host may die in the middle of an answer.
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                // Only what says that it may pass: any other failure is the service's, and must be seen.
                if (response.StatusCode is not HttpStatusCode.ServiceUnavailable || attempt == Attempts)
                    return response;
                response.Dispose();
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
