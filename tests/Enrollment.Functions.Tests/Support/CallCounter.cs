using System.Collections.Concurrent;
using Enrollment.Functions.Platform.Storage;
using Enrollment.LocalHost;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Counts the calls one service makes to its storage, retries included, by kind.</summary>
internal sealed class CallCounter
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Calls => _calls;

    public void Reset() => _calls.Clear();

    public void Listen(LocalHostApplicationBuilder builder)
    {
        foreach (var client in new[] { StorageClients.TablesHttpClient, StorageClients.QueuesHttpClient, StorageClients.BlobsHttpClient })
            builder.Services.AddHttpClient(client).AddHttpMessageHandler(() => new Counting(this));
    }

    private sealed class Counting(CallCounter counter) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            counter._calls.AddOrUpdate(CrashPoints.CallName.Of(request), 1, (_, before) => before + 1);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
