using Azure;
using Azure.Data.Tables;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>Writes whose loser is an expected outcome.</summary>
internal static class TableInserts
{
    /// <summary>Inserts a row. False when one with its key is there already: also after the SDK's own retry of a lost answer, so compare.</summary>
    public static async Task<bool> TryInsertAsync(this TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Replaces a row as it was read. False when somebody else was faster.</summary>
    public static async Task<bool> TryReplaceAsync(this TableClient table, TableEntity row, ETag asRead, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(row, asRead, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Writes all or nothing. Null when somebody else was faster, or has what is to be new; else the answers, in order.</summary>
    public static async Task<IReadOnlyList<Response>?> TryTransactAsync(this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            return (await table.SubmitTransactionAsync(actions, cancellationToken)).Value;
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412)
        {
            return null;
        }
    }
}
