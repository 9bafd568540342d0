using System.Text;
using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Departments.Files;

/// <summary>A question that waits for the next file.</summary>
internal sealed record WaitingQuestion(string RequestId, string CaseNo, string Body)
{
    public override string ToString() => $"WaitingQuestion {{ {RequestId} }}";
}

/// <summary>Questions on their way into a file: encrypted, and here no longer than until it is written.</summary>
internal sealed class FileQuestions(StorageClients storage, StoredJson json, TimeProvider clock)
{
    public const string Table = "FileQuestions";

    private const string Body = "Body", Case = "Case", AskedAt = "AskedAt";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>The same request is the same question, however often it is asked.</summary>
    public Task AddAsync(DepartmentQuery query, CancellationToken cancellationToken)
    {
        var path = DepartmentPaths.Of(query.Department);
        return _table.TryInsertAsync(new TableEntity(path, query.RequestId)
        {
            [Body] = json.WriteText(Encoding.UTF8.GetString(QueryBody.Bytes(query, clock.GetUtcNow())), Cell(path, query.RequestId)),
            [Case] = query.Case.Value,
            [AskedAt] = clock.GetUtcNow(),
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<WaitingQuestion>> WaitingAsync(Department department, DateTimeOffset askedBefore, int atMost, CancellationToken cancellationToken)
    {
        var (path, waiting) = (DepartmentPaths.Of(department), new List<WaitingQuestion>());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {path} and AskedAt lt {askedBefore}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            waiting.Add(new WaitingQuestion(row.RowKey, row.GetString(Case), json.ReadText(row.GetString(Body), Cell(path, row.RowKey))));
            if (waiting.Count == atMost)
                break;
        }
        return waiting;
    }

    public async Task ForgetAsync(Department department, IEnumerable<WaitingQuestion> questions, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
            await _table.DeleteEntityAsync(DepartmentPaths.Of(department), question.RequestId, default, cancellationToken);
    }

    private static CellAddress Cell(string path, string requestId) => new(Table, path, requestId, Body);
}
