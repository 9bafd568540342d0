using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Enrollment.Benchmarks.Measuring;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Parents;

namespace Enrollment.Benchmarks.Pipeline;

/// <summary>The service as parents see it: a function host in a process of its own.</summary>
internal sealed class ServicePipeline(Cluster cluster) : IPipeline, IDisposable
{
    private const string Counter = "storage.operations";

    private readonly HttpClient _http = new() { BaseAddress = cluster.Hosts[0].Address };
    private readonly ParentClient _parents = ParentClient.For(cluster.Hosts[0].Address);

    public TableClient Applications { get; } = new(cluster.Account.ConnectionString, nameof(Applications));

    public async Task<string> SubmitAsync(Mover mover, CancellationToken cancellation)
    {
        var reply = await _parents.SubmitAsync(mover.Body, mover.Token, cancellation: cancellation);
        return reply.Status is HttpStatusCode.Created
            ? reply.Json.GetProperty("id").GetString()!
            : throw new BenchmarkFailedException($"An application was not accepted: {(int)reply.Status} {reply.Text}");
    }

    public async Task<StorageCounts> CountsAsync(CancellationToken cancellation)
    {
        var metrics = await _http.GetFromJsonAsync<JsonElement>("admin/metrics", cancellation);
        var counts = from counter in metrics.EnumerateArray()
                     where counter.GetProperty("name").GetString() == Counter
                     let tags = counter.GetProperty("tags")
                     select ($"{tags.GetProperty("service").GetString()} {tags.GetProperty("operation").GetString()}", (long)counter.GetProperty("value").GetDouble());
        return new StorageCounts(counts.ToDictionary(StringComparer.Ordinal));
    }

    public void Dispose() => _http.Dispose();
}
