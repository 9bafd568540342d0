using Azure;
using Azure.Data.Tables;
using Enrollment.DevCluster.Azurite;

namespace Enrollment.Functions.Tests.DevCluster;

/// <summary>Our preload changes where Azurite looks for rows, never what it answers: the same requests, to a plain one and to ours.</summary>
public sealed class AzuritePreloadTests
{
    private const int Requests = 1_500;
    private const int Page = 3;
    private const string Outdated = "W/\"datetime'2026-01-01T00%3A00%3A00.0000000Z'\"";

    // Azurite answers some of these with 500, which a client would ask again.
    private static readonly TableClientOptions Once = new() { Retry = { MaxRetries = 0 } };

    private static readonly string[] Partitions = ["1", "01", "家庭", "o'neill"];
    private static readonly string[] Rows = ["A", "B", "1", "01", "é"];

    private static readonly string[] Filters =
    [
        "", "PartitionKey eq '1'", "PartitionKey eq '01' and RowKey ge 'A'", "RowKey ge '0' and (PartitionKey eq 'o''neill' and RowKey lt 'B')",
        "'家庭' eq PartitionKey", "PartitionKey eq '1' or PartitionKey eq '01'", "not (PartitionKey eq '1')", "PartitionKey ge '0' and PartitionKey lt '2'",
        "PartitionKey eq 'nobody'", "PartitionKey eq 1", "PartitionKey eq '1' and PartitionKey eq '01'", "Count gt 3", "PartitionKey eq '1' and Count le 5L",
        "PartitionKey eq", "RowKey eq 'A'", "PartitionKey ne '1' and RowKey eq 'A'",
    ];

    [Fact]
    public async Task RandomRequests_AreAnsweredAsByAPlainAzurite()
    {
        await using var plain = await AzuriteProcess.StartPlainAsync();
        var tables = new[] { await TableOfAsync(plain), await TableOfAsync(await AzuriteProcess.SharedAsync()) };
        var chance = new Random(20260701);
        for (var number = 0; number < Requests; number++)
        {
            var request = Next(chance);
            var answers = new List<string>();
            foreach (var table in tables)
                answers.Add(await AnswerAsync(() => request.Ask(table)));
            Assert.True(answers[0] == answers[1], $"Request {number}, {request.Name}: {answers[0]} of a plain Azurite, {answers[1]} of ours.");
        }
    }

    private static async Task<TableClient> TableOfAsync(AzuriteProcess azurite)
    {
        var table = new TableServiceClient(azurite.NextAccount().ConnectionString, Once).GetTableClient("Preload");
        await table.CreateAsync();
        return table;
    }

    private static (string Name, Func<TableClient, Task<string>> Ask) Next(Random chance)
    {
        var row = RowOf(chance);
        var several = Enumerable.Range(0, chance.Next(1, 5)).Select(_ => WriteOf(chance, row.PartitionKey)).DistinctBy(write => write.Entity.RowKey).ToList();
        var filter = Filters[chance.Next(Filters.Length)];
        return chance.Next(4) switch
        {
            0 => ($"get {row.PartitionKey} {row.RowKey}", async table => Shown((await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey)).Value)),
            1 => ($"list {filter}", table => ListAsync(table, filter)),
            2 => ($"write {several[0].ActionType} {Shown(several[0].Entity)}", table => WriteOneAsync(table, several[0])),
            _ => ($"batch {string.Join("; ", several.Select(write => $"{write.ActionType} {Shown(write.Entity)}"))}", table => WriteAsync(table, several)),
        };
    }

    private static TableEntity RowOf(Random chance, string? partition = null)
    {
        var row = new TableEntity(partition ?? Partitions[chance.Next(Partitions.Length)], Rows[chance.Next(Rows.Length)]);
        row[chance.Next(2) == 0 ? "Count" : "Other"] = chance.Next(10);
        return row;
    }

    private static TableTransactionAction WriteOf(Random chance, string partition)
    {
        var kinds = Enum.GetValues<TableTransactionActionType>();
        return new TableTransactionAction(kinds[chance.Next(kinds.Length)], RowOf(chance, partition), new ETag(chance.Next(8) == 0 ? Outdated : "*"));
    }

    private static async Task<string> WriteAsync(TableClient table, IReadOnlyList<TableTransactionAction> writes) =>
        $"{(await table.SubmitTransactionAsync(writes)).Value.Count} written";

    private static async Task<string> WriteOneAsync(TableClient table, TableTransactionAction write)
    {
        var (row, etag) = ((TableEntity)write.Entity, write.ETag);
        var response = write.ActionType switch
        {
            TableTransactionActionType.Add => await table.AddEntityAsync(row),
            TableTransactionActionType.UpsertMerge => await table.UpsertEntityAsync(row, TableUpdateMode.Merge),
            TableTransactionActionType.UpsertReplace => await table.UpsertEntityAsync(row, TableUpdateMode.Replace),
            TableTransactionActionType.UpdateMerge => await table.UpdateEntityAsync(row, etag, TableUpdateMode.Merge),
            TableTransactionActionType.UpdateReplace => await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace),
            _ => await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, etag),
        };
        return $"{response.Status}";
    }

    private static async Task<string> ListAsync(TableClient table, string filter)
    {
        var pages = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(filter, Page).AsPages())
            pages.Add(string.Join("; ", page.Values.Select(Shown)));
        return string.Join(" | ", pages);
    }

    private static string Shown(ITableEntity entity) => string.Join(' ', ((TableEntity)entity)
        .Where(property => property.Key is not ("odata.etag" or "Timestamp")).OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}"));

    private static async Task<string> AnswerAsync(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException e)
        {
            return $"{e.Status} {e.ErrorCode} {(e as TableTransactionFailedException)?.FailedTransactionActionIndex}";
        }
    }
}
