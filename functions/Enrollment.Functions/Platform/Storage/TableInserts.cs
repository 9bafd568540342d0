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
}
