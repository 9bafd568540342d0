using Azure.Data.Tables;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>What a run left in storage, read past the product's own code.</summary>
internal sealed class Aftermath(string connectionString)
{
    private readonly TableServiceClient _tables = new(connectionString);

    /// <summary>All that promise P1 and P2 forbid; empty when everything holds.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync(ApplicationId id, string guardian, string category, IReadOnlyList<string> departments)
    {
        var rows = await RowsAsync("Applications", $"PartitionKey eq '{id.Value}'");
        var application = rows.Single(row => row.RowKey == "application");
        var events = rows.Where(row => row.RowKey.StartsWith("event-", StringComparison.Ordinal)).ToList();
        var violations = new List<string>();
        Expect(violations, application.GetString("Status") == "Verified", $"status {application.GetString("Status")}");
        Expect(violations, application.GetString("Established") == category, $"category {application.GetString("Established")}");
        foreach (var kind in (string[])["Submitted", "VerificationStarted", "CategoryEstablished"])
            Expect(violations, events.Count(e => e.GetString("Kind") == kind) == 1, $"{events.Count(e => e.GetString("Kind") == kind)} x {kind}");
        foreach (var department in departments)
            Expect(violations, events.Count(e => e.GetString("Kind") == "CheckAnswered" && e.GetString("Department") == department) == 1, $"{department} not answered exactly once");
        Expect(violations, application.GetInt32("Events") == events.Count && events[^1].RowKey == $"event-{events.Count:D6}", "the history has a gap");
        Expect(violations, application.GetString("DueKey").Length == 0, "still due");
        var live = 0;
        foreach (var link in await RowsAsync("Guardians", $"PartitionKey eq '{guardian}' and RowKey ge 'app-' and RowKey lt 'key-'"))
            live += (await RowsAsync("Applications", $"PartitionKey eq '{link.RowKey[4..]}' and RowKey eq 'application'")).Count;
        Expect(violations, live == 1, $"{live} applications for one child");
        return violations;
    }

    /// <summary>Due rows that name an application.</summary>
    public async Task<int> DueRowsOfAsync(ApplicationId id) =>
        (await RowsAsync("Due", "")).Count(row => row.RowKey.Contains(id.Value, StringComparison.Ordinal));

    private static void Expect(List<string> violations, bool holds, string violation)
    {
        if (!holds)
            violations.Add(violation);
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string table, string filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _tables.GetTableClient(table).QueryAsync<TableEntity>(filter.Length == 0 ? null : filter))
            rows.Add(row);
        return rows;
    }
}
