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
    public const string Work = "Work";

    private const string PolicyId = "PolicyId";
    private const string DecidedBy = "PolicyDigest";
    private const string IntakeYear = "IntakeYear";
    private const string SubmittedAt = "SubmittedAt";
    private const string UpdatedAt = "UpdatedAt";
    private const string Established = "Established";
    private const string Proposed = "Proposed";
    private const string Late = "Late";
    private const string Authority = "Authority";
    private const string School = "School";
    private const string NoticesDueAt = "NoticesDueAt";
    private const string ScansDueAt = "ScansDueAt";
    private const string UnreachedSince = "UnreachedSince";
    private const string Redrives = "Redrives";

    // encrypted: the request as submitted; every rule that was tried, with its facts
    private const string Form = "Form";
    private const string Findings = "Findings";

    // encrypted; empty for none
    private const string Correction = "Correction";
    private const string Review = "Review";
    private const string Offer = "Offer";
    private const string Admission = "Admission";

    public static TableEntity New(Application application, Submission submission, DueRow due, string? traceParent, StoredJson json)
    {
        var row = Changed(application, due, events: 1, json);
        row[PolicyId] = application.PolicyId;
        row[IntakeYear] = application.Form.IntakeYear;
        row[SubmittedAt] = application.SubmittedAt;
        row[Late] = application.IsLate;
        row[Guardian] = submission.Guardian;
        row[TraceParent] = traceParent ?? "";
        Restate(row, submission.Request, json);
        return row;
    }

    /// <summary>Puts what the parent states now in place of what they stated before.</summary>
    public static void Restate(TableEntity row, ApplicationRequest request, StoredJson json) =>
        row[Form] = json.Write(request, new CellAddress(ApplicationStore.Table, row.PartitionKey, Key, Form));

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
        [Authority] = application.Authority.ToString(),
        [School] = application.School ?? "",
        // what the nightly walk sees without opening the case
        [Work] = WorkItem.Of(application)?.Kind.ToString() ?? "",
        // a merge leaves a column it does not name, so "none" is a time that never comes
        [NoticesDueAt] = application.NoticesDueAt ?? Never,
        [ScansDueAt] = application.ScansDueAt ?? Never,
        [UnreachedSince] = application.UnreachedSince ?? Never,
        [Correction] = Optional(application.Correction, application.Id, Correction, json),
        [Review] = Optional(application.Review, application.Id, Review, json),
        [Offer] = Optional(application.Offer, application.Id, Offer, json),
        [Admission] = Optional(application.Admission, application.Id, Admission, json),
    };

    public static Application Read(TableEntity row, ApplicationId id, IReadOnlyList<Check> checks, StoredJson json) => new(id, ReadForm(row, id, json),
        row.GetString(PolicyId), Enum.Parse<ApplicationStatus>(row.GetString(Status)), row.GetDateTimeOffset(SubmittedAt)!.Value,
        row.GetDateTimeOffset(UpdatedAt)!.Value, Category(row.GetString(Established)), Category(row.GetString(Proposed)),
        json.Read<List<RuleFinding>>(row.GetString(Findings), Cell(id, Findings)), checks, row.GetInt32(Redrives)!.Value)
    {
        // rows of before these columns have none
        IsLate = row.GetBoolean(Late) ?? false,
        DecidedBy = Digest.TryParse(row.GetString(DecidedBy), out var digest) ? digest : null,
        Authority = row.GetString(Authority) is { } authority ? Enum.Parse<Authority>(authority) : Domain.Applications.Authority.District,
        School = row.GetString(School) is { Length: > 0 } school ? school : null,
        NoticesDueAt = Moment(row, NoticesDueAt),
        ScansDueAt = Moment(row, ScansDueAt),
        UnreachedSince = Moment(row, UnreachedSince),
        Correction = Optional<CorrectionRequest>(row, id, Correction, json),
        Review = Optional<ReviewCase>(row, id, Review, json),
        Offer = Optional<PlaceOffer>(row, id, Offer, json),
        Admission = Optional<AdmissionFile>(row, id, Admission, json),
    };

    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset? Moment(TableEntity row, string column) => row.GetDateTimeOffset(column) is { } moment && moment != Never ? moment : null;

    private static string Optional<T>(T? value, ApplicationId id, string column, StoredJson json) where T : class =>
        value is null ? "" : json.Write(value, Cell(id, column));

    private static T? Optional<T>(TableEntity row, ApplicationId id, string column, StoredJson json) where T : class =>
        row.GetString(column) is { Length: > 0 } stored ? json.Read<T>(stored, Cell(id, column)) : null;

    private static CategoryCode? Category(string name) => name.Length == 0 ? null : Enum.Parse<CategoryCode>(name);

    private static CellAddress Cell(ApplicationId id, string column) => new(ApplicationStore.Table, id.Value, Key, column);

    /// <summary>What the parent states, as they sent it.</summary>
    public static ApplicationRequest Stated(TableEntity row, ApplicationId id, StoredJson json) => json.Read<ApplicationRequest>(row.GetString(Form), Cell(id, Form));

    private static ApplicationForm ReadForm(TableEntity row, ApplicationId id, StoredJson json) =>
        FormReading.Of(Stated(row, id, json)) is { Fields.Faults.Count: 0 } reading
            ? reading.Form
            : throw new InvalidOperationException($"The stored form of {id} no longer reads: a reading rule was tightened under live applications.");
}
