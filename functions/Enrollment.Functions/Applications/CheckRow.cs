using System.Text;
using Azure.Data.Tables;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications;

/// <summary>A check's row in the application's partition.</summary>
internal static class CheckRow
{
    public const string Prefix = "check-";

    private const string Department = "Department";
    private const string Questions = "Questions";
    private const string Status = "Status";
    private const string Fields = "Fields";
    private const string Epoch = "Epoch";
    private const string DueAt = "DueAt";
    private const string FailingSince = "FailingSince";
    private const string Failures = "Failures";
    private const string MissedCallbacks = "MissedCallbacks";
    private const string AskedAt = "AskedAt";
    private const string AnsweredAt = "AnsweredAt";
    private const string AskedSinceEpoch = "AskedSinceEpoch";
    private const string DelayedFrom = "DelayedFrom";
    private const string DelayedUntil = "DelayedUntil";

    // encrypted: the answer as received
    private const string Answer = "Answer";

    // encrypted: what a person decided on it
    private const string Person = "Person";

    public static string KeyOf(Department department) => Prefix + DepartmentPaths.Of(department);

    public static TableEntity Of(ApplicationId id, Check check, StoredJson json) => new(id.Value, KeyOf(check.Department))
    {
        [Department] = check.Department.ToString(),
        [Questions] = string.Join(',', check.Questions),
        [Status] = check.State.Status.ToString(),
        [Fields] = check.State is CheckState.Mismatch mismatch ? string.Join(',', mismatch.Fields) : null,
        [Epoch] = check.Epoch,
        [DueAt] = check.DueAt,
        [FailingSince] = check.FailingSince,
        [Failures] = check.Failures,
        [MissedCallbacks] = check.MissedCallbacks,
        [AskedAt] = check.AskedAt,
        [AnsweredAt] = check.Answer?.ReceivedAt,
        [AskedSinceEpoch] = check.AskedSinceEpoch,
        [DelayedFrom] = check.Delay?.From,
        [DelayedUntil] = check.Delay?.Until,
        [Answer] = check.Answer is null ? null : json.WriteText(check.Answer.Body, AnswerCell(id, check.Department)),
        [Person] = check.Person is null ? null : json.Write(check.Person, Cell(id, check.Department, Person)),
    };

    public static Check Read(TableEntity row, ApplicationId id, StoredJson json)
    {
        var department = Enum.Parse<Department>(row.GetString(Department));
        var status = Enum.Parse<CheckStatus>(row.GetString(Status));
        return new Check(department, [.. row.GetString(Questions).Split(',').Select(Enum.Parse<Question>)],
            status is CheckStatus.Mismatch ? new CheckState.Mismatch(row.GetString(Fields).Split(',')) : new CheckState.Simple(status),
            row.GetInt32(Epoch)!.Value, row.GetDateTimeOffset(DueAt), row.GetDateTimeOffset(FailingSince), row.GetInt32(Failures)!.Value,
            row.GetInt32(MissedCallbacks)!.Value, row.GetDateTimeOffset(AskedAt), ReadAnswer(row, id, department, json))
        {
            Person = row.GetString(Person) is { } person ? json.Read<CheckDecision>(person, Cell(id, department, Person)) : null,
            // rows of before these columns have none
            AskedSinceEpoch = row.GetInt32(AskedSinceEpoch) ?? 1,
            Delay = row.GetDateTimeOffset(DelayedFrom) is { } from ? new CheckDelay(from, row.GetDateTimeOffset(DelayedUntil)) : null,
        };
    }

    private static ReceivedAnswer? ReadAnswer(TableEntity row, ApplicationId id, Department department, StoredJson json)
    {
        if (row.GetString(Answer) is not { } stored)
            return null;
        var body = json.ReadText(stored, AnswerCell(id, department));
        var report = DepartmentAnswers.Parse(department, Encoding.UTF8.GetBytes(body)) is AnswerParse.Parsed { NoRecord: false } parsed ? parsed.Report : null;
        return new ReceivedAnswer(body, report, row.GetDateTimeOffset(AnsweredAt)!.Value);
    }

    private static CellAddress AnswerCell(ApplicationId id, Department department) => Cell(id, department, Answer);

    private static CellAddress Cell(ApplicationId id, Department department, string column) => new(ApplicationStore.Table, id.Value, KeyOf(department), column);
}
