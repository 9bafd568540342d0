using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications;

/// <summary>The application's own row in its partition. Personal data stands only in the encrypted columns.</summary>
internal static class ApplicationRow
{
    public const string Key = "application";
    public const string Status = "Status";
    public const string DueKey = "DueKey";
    public const string Events = "Events";
    public const string Guardian = "Guardian";
    public const string TraceParent = "TraceParent";

    private const string PolicyId = "PolicyId";
    private const string DecidedBy = "PolicyDigest";
    private const string IntakeYear = "IntakeYear";
    private const string SubmittedAt = "SubmittedAt";
    private const string UpdatedAt = "UpdatedAt";
    private const string Established = "Established";
    private const string Proposed = "Proposed";
    private const string Redrives = "Redrives";

    // encrypted: the request as submitted; every rule that was tried, with its facts
    private const string Form = "Form";
    private const string Findings = "Findings";

    public static TableEntity New(Application application, Submission submission, DueRow due, string? traceParent, StoredJson json)
    {
        var row = Changed(application, due, events: 1, json);
        row[PolicyId] = application.PolicyId;
        row[IntakeYear] = application.Form.IntakeYear;
        row[SubmittedAt] = application.SubmittedAt;
        row[Guardian] = submission.Guardian;
        row[TraceParent] = traceParent ?? "";
        row[Form] = json.Write(submission.Request, Cell(application.Id, Form));
        return row;
    }

    /// <summary>The columns a change may touch; merged into the row, so an empty text stands for "none".</summary>
    public static TableEntity Changed(Application application, DueRow? due, int events, StoredJson json) => new(application.Id.Value, Key)
    {
        [Status] = application.Status.ToString(),
        [UpdatedAt] = application.UpdatedAt,
        [Established] = application.Established?.ToString() ?? "",
        [Proposed] = application.Proposed?.ToString() ?? "",
        [Redrives] = application.Redrives,
        [DecidedBy] = application.DecidedBy?.ToString() ?? "",
        [Events] = events,
        [DueKey] = due?.RowKey ?? "",
        [Findings] = json.Write(application.Findings, Cell(application.Id, Findings)),
    };

    public static Application Read(TableEntity row, ApplicationId id, IReadOnlyList<Check> checks, StoredJson json) => new(id, ReadForm(row, id, json),
        row.GetString(PolicyId), Enum.Parse<ApplicationStatus>(row.GetString(Status)), row.GetDateTimeOffset(SubmittedAt)!.Value,
        row.GetDateTimeOffset(UpdatedAt)!.Value, Category(row.GetString(Established)), Category(row.GetString(Proposed)),
        json.Read<List<RuleFinding>>(row.GetString(Findings), Cell(id, Findings)), checks, row.GetInt32(Redrives)!.Value)
    {
        // rows of before the digest have no such column
        DecidedBy = Digest.TryParse(row.GetString(DecidedBy), out var digest) ? digest : null,
    };

    private static CategoryCode? Category(string name) => name.Length == 0 ? null : Enum.Parse<CategoryCode>(name);

    private static CellAddress Cell(ApplicationId id, string column) => new(ApplicationStore.Table, id.Value, Key, column);

    private static ApplicationForm ReadForm(TableEntity row, ApplicationId id, StoredJson json) =>
        FormReading.Of(json.Read<ApplicationRequest>(row.GetString(Form), Cell(id, Form))) is { Fields.Faults.Count: 0 } reading
            ? reading.Form
            : throw new InvalidOperationException($"The stored form of {id} no longer reads: a reading rule was tightened under live applications.");
}
