using Azure.Data.Tables;

namespace Enrollment.Functions.Tests.Storm;

/// <summary>What storage says of all applications, read past the product's own code.</summary>
internal sealed class StormLedger(string connectionString)
{
    private static readonly string[] Decisions = ["CategoryEstablished", "ReferredToPerson", "CorrectionRequested"];

    private readonly TableServiceClient _tables = new(connectionString);

    /// <summary>Applications that are not settled.</summary>
    public async Task<int> OpenAsync()
    {
        var open = 0;
        await foreach (var _ in _tables.GetTableClient("Applications").QueryAsync<TableEntity>(
            "RowKey eq 'application' and (Status eq 'Submitted' or Status eq 'Verifying')", select: ["RowKey"]))
        {
            open++;
        }
        return open;
    }

    // A host that died between arming and committing leaves a row too many, which its own day takes away.
    public async Task<int> WaitingAsync()
    {
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in _tables.GetTableClient("Due").QueryAsync<TableEntity>(select: ["RowKey"]))
            waiting.Add(row.RowKey.Split('-')[1]);
        return waiting.Count;
    }

    /// <summary>By application: its status and how often it was decided.</summary>
    public async Task<IReadOnlyDictionary<string, StormCase>> CasesAsync()
    {
        var cases = new Dictionary<string, StormCase>(StringComparer.Ordinal);
        await foreach (var row in _tables.GetTableClient("Applications").QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey", "Status", "Established", "Kind", "At"]))
        {
            var known = cases.GetValueOrDefault(row.PartitionKey) ?? new StormCase("", "", 0, []);
            if (row.RowKey == "application")
                known = known with { Status = row.GetString("Status"), Established = row.GetString("Established") };
            if (row.RowKey.StartsWith("event-", StringComparison.Ordinal))
                known = known with { Decisions = known.Decisions + (Decisions.Contains(row.GetString("Kind"), StringComparer.Ordinal) ? 1 : 0), Happened = [.. known.Happened, row.GetDateTimeOffset("At")!.Value] };
            cases[row.PartitionKey] = known;
        }
        return cases;
    }
}

/// <summary>One application in storage.</summary>
internal sealed record StormCase(string Status, string Established, int Decisions, IReadOnlyList<DateTimeOffset> Happened)
{
    /// <summary>The longest pause between two steps.</summary>
    public TimeSpan LongestPause => Happened.Count < 2 ? TimeSpan.Zero : Happened.Zip(Happened.Skip(1), (a, b) => b - a).Max();
}
