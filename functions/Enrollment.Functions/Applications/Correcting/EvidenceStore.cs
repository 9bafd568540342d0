using Azure.Data.Tables;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>The rows of uploaded papers, read; they are written together with their application's row, under its ETag.</summary>
internal sealed class EvidenceStore(StorageClients storage)
{
    private readonly TableClient _table = storage.Tables.GetTableClient(ApplicationStore.Table);

    /// <summary>All of an application, oldest first; also those taken back and those found infected.</summary>
    public async Task<IReadOnlyList<EvidenceFile>> AllOfAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var files = new List<EvidenceFile>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {EvidenceFile.Prefix} and RowKey lt {EvidenceFile.PrefixEnd}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            files.Add(EvidenceFile.Read(row));
        return [.. files.OrderBy(file => file.UploadedAt).ThenBy(file => file.Id, StringComparer.Ordinal)];
    }

    /// <summary>One; null also for an id that no key can be.</summary>
    public async Task<EvidenceFile?> FindAsync(ApplicationId id, string file, CancellationToken cancellationToken) =>
        file.Length == 32 && file.All(char.IsAsciiHexDigitLower)
        && await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, EvidenceFile.KeyOf(file), cancellationToken: cancellationToken) is { HasValue: true } row
            ? EvidenceFile.Read(row.Value!)
            : null;
}
