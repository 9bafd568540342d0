using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>A question's row: partition the case (a keyed hash, no person), row the department. The answer is encrypted for its cell.</summary>
internal static class LookupRow
{
    public const string Table = "Lookups";
    public const string ExpiresAt = "ExpiresAt";
    public const string RequestId = "RequestId";

    private const string Status = "Status";
    private const string Epoch = "Epoch";
    private const string AskedAt = "AskedAt";
    private const string AskAgainAt = "AskAgainAt";
    private const string Answer = "Answer";

    public static TableEntity Asked(ApplicationId caseNo, Department department, int epoch, DateTimeOffset now, DateTimeOffset again, DateTimeOffset expires) =>
        new(caseNo.Value, DepartmentPaths.Of(department))
        {
            [Status] = nameof(LookupStatus.Asked),
            [Epoch] = epoch,
            [RequestId] = string.Create(CultureInfo.InvariantCulture, $"{caseNo.Value}-{department}-{epoch}"),
            [AskedAt] = now,
            [AskAgainAt] = again,
            [ExpiresAt] = expires,
        };

    /// <summary>The row with what came of asking.</summary>
    public static TableEntity With(TableEntity asked, LookupStatus status, DateTimeOffset again, string? body, StoredJson json) => new(asked)
    {
        [Status] = status.ToString(),
        [AskAgainAt] = again,
        [Answer] = body is null ? null : json.WriteText(body, Cell(asked)),
    };

    public static int EpochOf(TableEntity row) => row.GetInt32(Epoch)!.Value;

    public static Lookup Read(TableEntity row, Department department, StoredJson json)
    {
        var report = row.GetString(Answer) is { } stored
            && DepartmentAnswers.Parse(department, Encoding.UTF8.GetBytes(json.ReadText(stored, Cell(row)))) is AnswerParse.Parsed { NoRecord: false } parsed
            ? parsed.Report
            : null;
        return new Lookup(department, Enum.Parse<LookupStatus>(row.GetString(Status)), report, row.GetDateTimeOffset(AskedAt)!.Value,
            row.GetDateTimeOffset(AskAgainAt)!.Value);
    }

    private static CellAddress Cell(TableEntity row) => new(Table, row.PartitionKey, row.RowKey, Answer);
}
