using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;

namespace Enrollment.Functions.Notices;

/// <summary>A notice in the parent's inbox: a row of the application's partition, written together with its event. No personal data: the text is made when it is read.</summary>
/// <param name="Application">Whose.</param>
/// <param name="Notice">What is told.</param>
/// <param name="ReadAt">When the parent marked it as read; null when they did not.</param>
/// <param name="ETag">The row's version.</param>
internal sealed record InboxRow(ApplicationId Application, Notice Notice, DateTimeOffset? ReadAt, ETag ETag)
{
    // Between the events and the intents, where those who read an application do not look.
    public const string Prefix = "inbox-";

    // Behind every key with the prefix.
    public const string PrefixEnd = "inbox.";

    public static string KeyOf(int number) => Prefix + number.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The transaction's parts that store the notices of new events.</summary>
    /// <param name="before">How many events there were.</param>
    /// <param name="change">What happened.</param>
    public static IEnumerable<TableTransactionAction> Added(int before, Change change) => NoticeRules.Of(change, before)
        .Select(notice => new TableTransactionAction(TableTransactionActionType.Add, new InboxRow(change.After.Id, notice, ReadAt: null, default).Row()));

    public static InboxRow Read(TableEntity row) =>
        new(ApplicationId.Parse(row.PartitionKey), NoticeColumns.Read(row), row.GetDateTimeOffset("ReadAt"), row.ETag);

    public TableEntity Row()
    {
        var row = NoticeColumns.Of(Application, KeyOf(Notice.Event), Notice);
        row["ReadAt"] = ReadAt;
        return row;
    }
}

/// <summary>The columns of a notice, in the inbox and on its way out.</summary>
internal static class NoticeColumns
{
    private const string Number = "Event";
    private const string LastDay = "LastDay";

    public static TableEntity Of(ApplicationId id, string key, Notice notice) => new(id.Value, key)
    {
        [Number] = notice.Event,
        ["Kind"] = notice.Kind.ToString(),
        ["At"] = notice.At,
        [LastDay] = notice.LastDay?.ToString("O", CultureInfo.InvariantCulture),
    };

    public static Notice Read(TableEntity row) => new(row.GetInt32(Number)!.Value, Enum.Parse<NoticeKind>(row.GetString("Kind")), row.GetDateTimeOffset("At")!.Value,
        row.GetString(LastDay) is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null);
}
