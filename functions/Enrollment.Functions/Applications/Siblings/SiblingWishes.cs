using Azure.Data.Tables;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications.Siblings;

/// <summary>What a family wishes for its children, by application, kept for admission.</summary>
internal sealed class SiblingWishes(StorageClients storage, TimeProvider clock)
{
    // In the siblings' own table: a household's partition is a hash of 64 digits, an application's number has 26.
    private const string Key = "wish";
    private const string Wish = "Wish";
    private const int Attempts = 5;

    private readonly TableClient _table = storage.Tables.GetTableClient(SiblingIndex.Table);

    /// <summary>The wish stored; null when none was ever stated.</summary>
    public async Task<SiblingWish?> OfAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } row ? Enum.Parse<SiblingWish>(row.GetString(Wish)) : null;

    /// <summary>Stores a wish; the last one stated counts.</summary>
    public async Task StateAsync(ApplicationId id, SiblingWish wish, CancellationToken cancellationToken)
    {
        var row = new TableEntity(id.Value, Key) { [Wish] = wish.ToString(), ["StatedAt"] = clock.GetUtcNow() };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var held = await FindAsync(id, cancellationToken);
            if (held?.GetString(Wish) == wish.ToString())
                return;
            if (held is null ? await _table.TryInsertAsync(row, cancellationToken) : await _table.TryReplaceAsync(row, held.ETag, cancellationToken))
                return;
        }
        throw new InvalidOperationException($"The wish of {id} changed {Attempts} times under one request.");
    }

    private async Task<TableEntity?> FindAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, Key, cancellationToken: cancellationToken) is { HasValue: true } found ? found.Value : null;
}
