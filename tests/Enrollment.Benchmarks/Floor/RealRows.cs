using Azure.Data.Tables;
using Enrollment.DevCluster.Azurite;

namespace Enrollment.Benchmarks.Floor;

/// <summary>One settled application as the service stored it.</summary>
internal sealed record RealRows(
    string Id, TableEntity Application, TableEntity Claim, IReadOnlyDictionary<string, TableEntity> Checks, IReadOnlyList<TableEntity> Events)
{
    public const string CheckPrefix = "check-";

    public static async Task<RealRows> ReadAsync(AzuriteAccount account, CancellationToken cancellation)
    {
        var service = new TableServiceClient(account.ConnectionString);
        var claim = await service.GetTableClient("Claims").QueryAsync<TableEntity>(cancellationToken: cancellation).FirstAsync(cancellation);
        var id = claim.GetString("ApplicationId");
        var rows = await service.GetTableClient("Applications")
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: cancellation).ToListAsync(cancellation);
        return new RealRows(id, rows.Single(row => row.RowKey == "application"), claim,
            rows.Where(row => row.RowKey.StartsWith(CheckPrefix, StringComparison.Ordinal))
                .ToDictionary(row => row.RowKey[CheckPrefix.Length..], StringComparer.Ordinal),
            [.. rows.Where(row => row.RowKey.StartsWith(FloorRows.EventPrefix, StringComparison.Ordinal))]);
    }
}
