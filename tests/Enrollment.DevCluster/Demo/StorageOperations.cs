using System.Net.Http.Json;
using System.Text.Json;

namespace Enrollment.DevCluster.Demo;

/// <summary>How often the hosts called the storage account, by service and operation ("table insert").</summary>
internal sealed record StorageOperations(IReadOnlyDictionary<string, long> Counts)
{
    private const string Counter = "storage.operations";

    public long Work => Counts.Where(count => !IsIdle(count.Key)).Sum(count => count.Value);

    /// <summary>Looks into empty queues and leases of timers: they count the time a host runs, not the work it does.</summary>
    public long Idle => Counts.Where(count => IsIdle(count.Key)).Sum(count => count.Value);

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

    private static bool IsIdle(string operation) =>
        operation == "queue receive-empty" || operation.StartsWith("blob lease-", StringComparison.Ordinal);

    private static IEnumerable<(string Operation, long Count)> CountersIn(JsonElement metrics) =>
        from counter in metrics.EnumerateArray()
        where counter.GetProperty("name").GetString() == Counter
        let tags = counter.GetProperty("tags")
        select ($"{tags.GetProperty("service").GetString()} {tags.GetProperty("operation").GetString()}", (long)counter.GetProperty("value").GetDouble());
}
