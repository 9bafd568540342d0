using Azure.Data.Tables;

namespace Enrollment.Benchmarks.Measuring;

/// <summary>When applications were settled, from the rows alone, read after the round: a look takes Azurite's one thread.</summary>
internal sealed class SettlementTimes(TableClient applications)
{
    private const string ApplicationRow = "application";
    private const string Expected = "Verified";
    private static readonly string[] Passing = ["Submitted", "Verifying"];

    /// <returns>When each application's last transaction was stored, by Azurite's clock, which is this machine's; null while one is not settled.</returns>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>?> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var (wanted, times) = (ids.ToHashSet(StringComparer.Ordinal), new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));
        var filter = TableClient.CreateQueryFilter($"RowKey eq {ApplicationRow}");
        await foreach (var row in applications.QueryAsync<TableEntity>(filter, maxPerPage: null, ["PartitionKey", "Status", "Timestamp"], cancellation))
        {
            if (!wanted.Contains(row.PartitionKey))
                continue;
            var status = row.GetString("Status");
            if (Passing.Contains(status, StringComparer.Ordinal))
                return null;
            if (status != Expected)
                throw new BenchmarkFailedException($"Application {row.PartitionKey} ended as {status}, not as {Expected}.");
            times.Add(row.PartitionKey, row.Timestamp!.Value);
        }

        return times.Count == wanted.Count ? times : throw new BenchmarkFailedException($"Of {wanted.Count} accepted applications {times.Count} are stored.");
    }
}
