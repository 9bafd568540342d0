using System.Globalization;
using Azure.Data.Tables;

namespace Enrollment.Functions.Draws;

/// <summary>How a draw's rows are written, of whatever kind it is: all or nothing, and each change with its entry in the history.</summary>
internal static class CeremonyTransactions
{
    /// <summary>False when somebody else was faster, or has what is to be new.</summary>
    public static async Task<bool> TryTransactAsync(this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    public static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    /// <summary>An entry of a draw's history.</summary>
    public static TableTransactionAction AddEvent(string partition, string draw, int number, Enum kind, string by, DateTimeOffset at, string detail) =>
        Add(new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"event-{draw}-{number:D6}"))
        {
            ["Kind"] = kind.ToString(),
            ["By"] = by,
            ["At"] = at,
            ["Detail"] = detail,
        });
}
