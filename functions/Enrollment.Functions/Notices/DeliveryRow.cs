using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Notices;

namespace Enrollment.Functions.Notices;

/// <summary>A notice on its way out: a row of the application's partition. Its own ETag is the lock of its claims, so that none of them makes a parent's version stale.</summary>
/// <param name="Application">Whose.</param>
/// <param name="Delivery">What goes out, and where it stands.</param>
/// <param name="ETag">The row's version.</param>
internal sealed record DeliveryRow(ApplicationId Application, NoticeDelivery Delivery, ETag ETag)
{
    // Between the events and the intents, where those who read an application do not look.
    public const string Prefix = "handing-";

    // Behind every key with the prefix.
    public const string PrefixEnd = "handing.";

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Delivery.Notice.Event:D6}-{Delivery.Channel}");

    /// <summary>The transaction's part that stores it for the first time.</summary>
    public static TableTransactionAction Added(ApplicationId id, NoticeDelivery delivery) => new(TableTransactionActionType.Add, new DeliveryRow(id, delivery, default).Row());

    /// <summary>The transaction's part that stores it as it is now.</summary>
    public TableTransactionAction Changed() => new(TableTransactionActionType.UpdateReplace, Row(), ETag);

    public static DeliveryRow Read(TableEntity row) => new(ApplicationId.Parse(row.PartitionKey),
        new NoticeDelivery(NoticeColumns.Read(row), Enum.Parse<NoticeChannel>(row.GetString("Channel")), StateOf(row)), row.ETag);

    private TableEntity Row()
    {
        var row = NoticeColumns.Of(Application, Key, Delivery.Notice);
        row["Channel"] = Delivery.Channel.ToString();
        row["State"] = Delivery.State.GetType().Name;
        switch (Delivery.State)
        {
            case DeliveryState.Pending pending:
                row["StateAt"] = pending.DueAt;
                break;
            case DeliveryState.Handing handing:
                (row["StateAt"], row["Attempts"], row["FirstAt"]) = (handing.Since, handing.Attempt, handing.FirstAt);
                break;
            case DeliveryState.Handed handed:
                (row["StateAt"], row["Receipt"]) = (handed.At, handed.Receipt);
                break;
            case DeliveryState.Failed failed:
                (row["StateAt"], row["Attempts"], row["FirstAt"]) = (failed.NextAt, failed.Attempts, failed.FirstAt);
                break;
            case DeliveryState.GaveUp gaveUp:
                (row["StateAt"], row["WasRefused"]) = (gaveUp.At, gaveUp.WasRefused);
                break;
            case DeliveryState.Dropped dropped:
                row["StateAt"] = dropped.At;
                break;
            default:
                throw new InvalidOperationException("DeliveryState is closed.");
        }
        return row;
    }

    private static DeliveryState StateOf(TableEntity row)
    {
        var at = row.GetDateTimeOffset("StateAt")!.Value;
        return row.GetString("State") switch
        {
            nameof(DeliveryState.Pending) => new DeliveryState.Pending(at),
            nameof(DeliveryState.Handing) => new DeliveryState.Handing(row.GetInt32("Attempts")!.Value, at, row.GetDateTimeOffset("FirstAt")!.Value),
            nameof(DeliveryState.Handed) => new DeliveryState.Handed(row.GetString("Receipt"), at),
            nameof(DeliveryState.Failed) => new DeliveryState.Failed(row.GetInt32("Attempts")!.Value, at, row.GetDateTimeOffset("FirstAt")!.Value),
            nameof(DeliveryState.GaveUp) => new DeliveryState.GaveUp(row.GetBoolean("WasRefused")!.Value, at),
            nameof(DeliveryState.Dropped) => new DeliveryState.Dropped(at),
            _ => throw new InvalidOperationException("Not a state of a delivery."),
        };
    }
}
