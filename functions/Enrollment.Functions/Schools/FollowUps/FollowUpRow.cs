using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Admission.FollowUps;
using Enrollment.Files.Supply;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>A registered child as stored.</summary>
/// <param name="Year">The intake year.</param>
/// <param name="Ref">What the child is called in addresses: says nothing without the key.</param>
/// <param name="ChildKey">What stands for the child in the claims of applications.</param>
/// <param name="Person">Who it is.</param>
/// <param name="State">How far the bureau is.</param>
/// <param name="Events">How many there are.</param>
/// <param name="ETag">The row's.</param>
internal sealed record StoredChild(int Year, string Ref, string ChildKey, ListedPerson Person, FollowUpState State, int Events, ETag ETag);

/// <summary>Who a child is and whom to ask. Stored encrypted.</summary>
internal sealed record ListedPerson(string Name, string IdNumber, string? Zone, string? Guardian, string? Phone)
{
    public static ListedPerson Of(RegisteredChild child) => new(child.Name.Value, child.Number.Value, child.Zone?.Value, child.Guardian?.Value, child.Phone?.Value);

    public override string ToString() => nameof(ListedPerson);
}

/// <summary>What was done about a child, by whom and when.</summary>
internal sealed record FollowUpEvent(FollowUpAction Action, FollowUpReason Reason, FollowUpState To, string By, DateTimeOffset At);

/// <summary>The rows of a year's partition.</summary>
internal static class FollowUpRow
{
    public const string ChildPrefix = "child-";
    private const string EventPrefix = "event-", Person = "Person", State = "State", Key = "ChildKey", Events = "Events";

    public static TableEntity New(int year, string reference, string childKey, ListedPerson person, StoredJson json)
    {
        var row = new TableEntity(PartitionOf(year), ChildPrefix + reference) { [Key] = childKey, [State] = FollowUpState.NotContacted.ToString(), [Events] = 0 };
        row[Person] = json.Write(person, CellOf(row));
        return row;
    }

    /// <summary>The person as listed now; the follow-up stays.</summary>
    public static TableEntity Listed(StoredChild child, ListedPerson person, StoredJson json)
    {
        var row = new TableEntity(PartitionOf(child.Year), ChildPrefix + child.Ref);
        row[Person] = json.Write(person, CellOf(row));
        return row;
    }

    public static TableEntity Moved(StoredChild child, FollowUpState to) =>
        new(PartitionOf(child.Year), ChildPrefix + child.Ref) { [State] = to.ToString(), [Events] = child.Events + 1 };

    public static TableEntity Of(StoredChild child, FollowUpEvent happened) => new(PartitionOf(child.Year), EventKeyOf(child.Ref, child.Events + 1))
    {
        ["Action"] = happened.Action.ToString(),
        ["Reason"] = happened.Reason.ToString(),
        ["To"] = happened.To.ToString(),
        ["By"] = happened.By,
        ["At"] = happened.At,
    };

    public static StoredChild Read(TableEntity row, StoredJson json) => new(int.Parse(row.PartitionKey, CultureInfo.InvariantCulture), row.RowKey[ChildPrefix.Length..], row.GetString(Key),
        json.Read<ListedPerson>(row.GetString(Person), CellOf(row)), Enum.Parse<FollowUpState>(row.GetString(State)), row.GetInt32(Events)!.Value, row.ETag);

    public static FollowUpEvent ReadEvent(TableEntity row) => new(Enum.Parse<FollowUpAction>(row.GetString("Action")), Enum.Parse<FollowUpReason>(row.GetString("Reason")),
        Enum.Parse<FollowUpState>(row.GetString("To")), row.GetString("By"), row.GetDateTimeOffset("At")!.Value);

    public static string PartitionOf(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The keys of a child's events, from the first to past the last.</summary>
    public static (string From, string To) EventsOf(string reference) => ($"{EventPrefix}{reference}-", $"{EventPrefix}{reference}.");

    private static string EventKeyOf(string reference, int number) => string.Create(CultureInfo.InvariantCulture, $"{EventPrefix}{reference}-{number:D5}");

    private static CellAddress CellOf(TableEntity row) => new(FollowUpStore.Table, row.PartitionKey, row.RowKey, Person);
}
