using Azure;
using Azure.Data.Tables;
using Enrollment.Files.Uploads;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>An uploaded paper. Its row lies in the application's partition, its bytes encrypted in a blob.</summary>
/// <param name="Application">Whose.</param>
/// <param name="Id">32 hexadecimal digits; not personal data.</param>
/// <param name="Paper">The paper it is, by its id in the policy.</param>
/// <param name="MediaType">What its content was found to be.</param>
/// <param name="Size">Bytes kept.</param>
/// <param name="Sha256">Of the bytes kept.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="State">Whether it may be shown.</param>
internal sealed record EvidenceFile(ApplicationId Application, string Id, string Paper, string MediaType, int Size, string Sha256, DateTimeOffset UploadedAt,
    EvidenceState State)
{
    public const string Prefix = "evidence-";

    // Behind every key with the prefix.
    public const string PrefixEnd = "evidence.";

    /// <summary>Its row's version; not set before it is stored.</summary>
    public ETag ETag { get; init; }

    /// <summary>True while it is on file.</summary>
    public bool IsLive => State is not (EvidenceState.Removed or EvidenceState.Infected);

    public bool AwaitsScan => State is EvidenceState.Waiting or EvidenceState.ScannerDown;

    public UploadType Type => UploadTypes.OfMediaType(MediaType)!.Value;

    public static string KeyOf(string id) => Prefix + id;

    public static EvidenceFile Read(TableEntity row) => new(ApplicationId.Parse(row.PartitionKey), row.RowKey[Prefix.Length..], row.GetString("Paper"),
        row.GetString("MediaType"), row.GetInt32("Size")!.Value, row.GetString("Sha256"), row.GetDateTimeOffset("UploadedAt")!.Value,
        Enum.Parse<EvidenceState>(row.GetString("State")))
    {
        ETag = row.ETag,
    };

    /// <summary>The transaction's part that stores it for the first time.</summary>
    public TableTransactionAction Added() => new(TableTransactionActionType.Add, Row());

    /// <summary>The transaction's part that stores another state of it.</summary>
    public TableTransactionAction Changed(EvidenceState state) => new(TableTransactionActionType.UpdateReplace, (this with { State = state }).Row(), ETag);

    private TableEntity Row() => new(Application.Value, KeyOf(Id))
    {
        ["Paper"] = Paper,
        ["MediaType"] = MediaType,
        ["Size"] = Size,
        ["Sha256"] = Sha256,
        ["UploadedAt"] = UploadedAt,
        ["State"] = State.ToString(),
    };
}

/// <summary>Where an uploaded paper stands.</summary>
internal enum EvidenceState
{
    /// <summary>Not scanned yet.</summary>
    Waiting,
    /// <summary>The scanner did not answer; it is asked again.</summary>
    ScannerDown,
    /// <summary>Nothing was found; staff may see it.</summary>
    Clean,
    /// <summary>Malware was found; the bytes are gone.</summary>
    Infected,
    /// <summary>The parent took it back; the bytes are gone.</summary>
    Removed,
}
