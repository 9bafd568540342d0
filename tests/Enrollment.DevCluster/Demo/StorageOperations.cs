using System.Net.Http.Json;
using System.Text.Json;

namespace Enrollment.DevCluster.Demo;

/// <summary>How often the hosts called the storage account, by service and operation ("table insert").</summary>
internal sealed record StorageOperations(IReadOnlyDictionary<string, long> Counts)
{
    private const string Counter = "storage.operations";

    // A queue is asked for messages also when it has none; that depends on how long the host runs, not on the work it does.
    private const string EmptyReceive = "queue receive-empty";

    public static StorageOperations None { get; } = new(new Dictionary<string, long>(StringComparer.Ordinal));

    public long Work => Counts.Where(count => count.Key != EmptyReceive).Sum(count => count.Value);

    public long EmptyReceives => Counts.GetValueOrDefault(EmptyReceive);

    public StorageOperations Since(StorageOperations earlier) =>
        new(Counts.ToDictionary(count => count.Key, count => count.Value - earlier.Counts.GetValueOrDefault(count.Key), StringComparer.Ordinal));

    public static async Task<StorageOperations> ReadAsync(IEnumerable<Uri> hosts, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var sum = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var host in hosts)
        {
            var metrics = await http.GetFromJsonAsync<JsonElement>(new Uri(host, "admin/metrics"), cancellation);
            foreach (var (operation, count) in CountersIn(metrics))
                sum[operation] = sum.GetValueOrDefault(operation) + count;
        }

        return new StorageOperations(sum);
    }

    private static IEnumerable<(string Operation, long Count)> CountersIn(JsonElement metrics) =>
        from counter in metrics.EnumerateArray()
        where counter.GetProperty("name").GetString() == Counter
        let tags = counter.GetProperty("tags")
        select ($"{tags.GetProperty("service").GetString()} {tags.GetProperty("operation").GetString()}", counter.GetProperty("value").GetInt64());
}
