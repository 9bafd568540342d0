using Azure.Data.Tables;

namespace Enrollment.Benchmarks.Measuring;

/// <summary>Sees from the rows alone when applications are settled, and looks seldom: each look takes Azurite's one thread.</summary>
internal sealed class SettlementWatch(TableClient applications)
{
    private const string ApplicationRow = "application";
    private const string Expected = "Verified";
    private static readonly string[] Passing = ["Submitted", "Verifying"];
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>When each application's last transaction was stored, by Azurite's clock, which is this machine's.</returns>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> WhenSettledAsync(IReadOnlyList<string> submitted, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Patience);
        try
        {
            while (await IsPassingAsync(submitted[^1], bound.Token) || await AnyPassingAsync(bound.Token))
                await Task.Delay(LookEvery, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BenchmarkFailedException($"Applications were not settled within {Patience.TotalMinutes:0} minutes.");
        }

        return await SettledAsync(submitted, cancellation);
    }

    private async Task<bool> IsPassingAsync(string id, CancellationToken cancellation)
    {
        var row = await applications.GetEntityAsync<TableEntity>(id, ApplicationRow, ["Status"], cancellation);
        return Passing.Contains(row.Value.GetString("Status"), StringComparer.Ordinal);
    }

    private async Task<bool> AnyPassingAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {ApplicationRow} and (Status eq {Passing[0]} or Status eq {Passing[1]})");
        return await applications.QueryAsync<TableEntity>(filter, maxPerPage: 1, ["PartitionKey"], cancellation).AnyAsync(cancellation);
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> SettledAsync(IReadOnlyList<string> submitted, CancellationToken cancellation)
    {
        var times = submitted.ToDictionary(id => id, _ => DateTimeOffset.MaxValue, StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"RowKey eq {ApplicationRow}");
        await foreach (var row in applications.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!times.ContainsKey(row.PartitionKey))
                continue;
            if (row.GetString("Status") != Expected)
                throw new BenchmarkFailedException($"Application {row.PartitionKey} ended as {row.GetString("Status")}, not as {Expected}.");
            times[row.PartitionKey] = row.Timestamp!.Value;
        }

        return times;
    }
}
