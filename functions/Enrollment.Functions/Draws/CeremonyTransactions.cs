using System.Globalization;
using Azure.Data.Tables;

namespace Enrollment.Functions.Draws;

/// <summary>How a draw's rows are written, of whatever kind it is: all or nothing, and each change with its entry in the history.</summary>
internal static class CeremonyTransactions
{
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
