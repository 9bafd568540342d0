using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>What each night's walk found, newest first.</summary>
internal sealed class ReconciliationReports(StorageClients storage, TimeProvider clock)
{
    public const string Table = "Reconciliations";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task WriteAsync(IReadOnlyDictionary<string, int> byStatus, int repaired, int unreadable, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity("night", (long.MaxValue - now.UtcTicks).ToString("D19", CultureInfo.InvariantCulture)) { ["At"] = now, ["Repaired"] = repaired, ["Unreadable"] = unreadable };
        foreach (var (status, count) in byStatus)
            row[status] = count;
        await _table.TryInsertAsync(row, cancellationToken);
    }
}
