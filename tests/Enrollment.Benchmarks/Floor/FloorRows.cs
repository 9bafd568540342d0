using System.Globalization;
using Azure.Data.Tables;

namespace Enrollment.Benchmarks.Floor;

/// <summary>Rows as large as the service's: copies of one real application's, under other keys.</summary>
internal sealed class FloorRows(RealRows real)
{
    public const string EventPrefix = "event-";
    public const string IntentPrefix = "intent-";

    private const string Findings = "Findings";

    // an encrypted empty list
    private const int NoFindings = 43;

    private static readonly string[] Changed = ["Status", "UpdatedAt", "Established", "Proposed", "Redrives", "Events", "DueKey", Findings];
    private static readonly string[] OfTheAnswer = ["Answer", "AnsweredAt", "AskedAt"];
    private static readonly TimeSpan UntilDue = TimeSpan.FromSeconds(20);

    public IReadOnlyList<string> Departments { get; } = [.. real.Checks.Keys];

    /// <summary>Events of the last transaction beside the answer itself.</summary>
    public int SettlingEvents => real.Events.Count - FirstSettlingEvent;

    private int FirstSettlingEvent => 2 + real.Checks.Count;

    public string NewId(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(real.Id.Length, '0');

    public TableEntity Claim(string id) => Copy(real.Claim, Hash(id), real.Claim.RowKey);

    public static TableEntity Guardian(string id) => new(Hash(id), "app-" + id);

    public static TableEntity Due(string id, int number) => new((number % 16).ToString("D2", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture,
        $"{(TimeProvider.System.GetUtcNow() + UntilDue).UtcTicks:D19}-{id}-{Guid.NewGuid():N}"));

    public static TableEntity Intent(FloorApplication application) =>
        new(application.Id, IntentPrefix + application.Due.RowKey[^32..]);

    public TableEntity Submitted(FloorApplication application) => Unsettled(Copy(real.Application, application.Id, real.Application.RowKey), "Submitted", application);

    public TableEntity Verifying(FloorApplication application) => Unsettled(Change(application.Id), "Verifying", application);

    public TableEntity Settled(FloorApplication application) => Change(application.Id);

    public TableEntity Queued(string id, string department)
    {
        var row = Copy(real.Checks[department], id, RealRows.CheckPrefix + department, column => !OfTheAnswer.Contains(column, StringComparer.Ordinal));
        row["Status"] = "Queued";
        row["DueAt"] = TimeProvider.System.GetUtcNow() + UntilDue;
        return row;
    }

    public TableEntity Answered(string id, string department) => Copy(real.Checks[department], id, RealRows.CheckPrefix + department);

    /// <param name="id">The application's number.</param>
    /// <param name="index">From 0: submitted, started, one for each check, what settles it.</param>
    public TableEntity Event(string id, int index) => Copy(real.Events[index], id, real.Events[index].RowKey);

    private TableEntity Change(string id) => Copy(real.Application, id, real.Application.RowKey, column => Changed.Contains(column, StringComparer.Ordinal));

    private static TableEntity Unsettled(TableEntity row, string status, FloorApplication application)
    {
        row["Status"] = status;
        row["Established"] = "";
        row["DueKey"] = application.Due.RowKey;
        row[Findings] = row.GetString(Findings)[..NoFindings];
        return row;
    }

    private static TableEntity Copy(TableEntity from, string partition, string key, Func<string, bool>? takes = null)
    {
        var copy = new TableEntity(partition, key);
        foreach (var (column, value) in from)
        {
            if (column is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp") && takes?.Invoke(column) != false)
                copy[column] = value;
        }

        return copy;
    }

    private static string Hash(string id) => id.PadLeft(64, 'a');
}
