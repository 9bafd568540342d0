using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification.Files;

/// <summary>Which files of answers were read, and what came of them. A file that is written anew is another one.</summary>
internal sealed class ReadFiles(StorageClients storage, TimeProvider clock)
{
    public const string Table = "AnswerFiles";

    private const int LongestName = 200;

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    // A file lies there for days and is looked for every few seconds.
    private readonly ConcurrentDictionary<(Department, string), bool> _read = new();

    public async Task<bool> IsReadAsync(Department department, SeenFile file, CancellationToken cancellationToken)
    {
        if (_read.ContainsKey((department, KeyOf(file))))
            return true;
        var isRead = (await _table.GetEntityIfExistsAsync<TableEntity>(DepartmentPaths.Of(department), KeyOf(file), ["RowKey"], cancellationToken)).HasValue;
        if (isRead)
            _read[(department, KeyOf(file))] = true;
        return isRead;
    }

    public Task NoteAsync(Department department, SeenFile file, AnswerReceipt receipt, CancellationToken cancellationToken)
    {
        var row = new TableEntity(DepartmentPaths.Of(department), KeyOf(file))
        {
            ["Name"] = file.Name[..Math.Min(file.Name.Length, LongestName)],
            ["ReadAt"] = clock.GetUtcNow(),
            ["Fault"] = receipt.Fault.ToString(),
            ["Rows"] = receipt.Rows.Count,
        };
        foreach (var outcome in Enum.GetValues<RowOutcome>())
            row[outcome.ToString()] = receipt.Count(outcome);
        return _table.TryInsertAsync(row, cancellationToken);
    }

    private static string KeyOf(SeenFile file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Version}")));
}
