using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Storage.Blobs;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Draws;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Admission;

/// <summary>The large parts of a round as blobs: list and result in clear, because they are made to be published; who the children are, encrypted.</summary>
internal sealed class RoundFiles(StorageClients storage, FieldCipher cipher)
{
    private const string ListFile = "list.txt", ResultFile = "result.txt", ChildrenFile = "children", AttentionsFile = "attentions";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly BlobContainerClient _container = storage.Blobs.GetBlobContainerClient(AdmissionNames.Container);

    public Task SaveSetupAsync(StoredRound round, RoundSetup setup, CancellationToken cancellationToken) =>
        SaveAsync(round.Name, SetupFile(round), JsonSerializer.Serialize(setup, Json), cancellationToken);

    public async Task<RoundSetup> SetupAsync(StoredRound round, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<RoundSetup>(await LoadAsync(round.Name, SetupFile(round), cancellationToken), Json)!;

    public async Task SavePreparedAsync(RoundName name, AdmissionList list, IReadOnlyList<ListedChild> children, IReadOnlyList<AttentionRow> attentions,
        CancellationToken cancellationToken)
    {
        await SaveAsync(name, ListFile, Text(list.ToLines()), cancellationToken);
        await SaveAsync(name, ChildrenFile, cipher.Encrypt(JsonSerializer.Serialize(children, Json), Cell(name, ChildrenFile)), cancellationToken);
        await SaveAsync(name, AttentionsFile, JsonSerializer.Serialize(attentions, Json), cancellationToken);
    }

    public async Task<AdmissionList> ListAsync(RoundName name, CancellationToken cancellationToken) =>
        AdmissionList.Parse(Lines(await LoadAsync(name, ListFile, cancellationToken))) is AdmissionListReading.Read read
            ? read.List
            : throw new InvalidDataException($"The list of {name} cannot be read.");

    public async Task<IReadOnlyList<ListedChild>> ChildrenAsync(RoundName name, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<List<ListedChild>>(cipher.Decrypt(await LoadAsync(name, ChildrenFile, cancellationToken), Cell(name, ChildrenFile)), Json)!;

    public async Task<IReadOnlyList<AttentionRow>> AttentionsAsync(RoundName name, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<List<AttentionRow>>(await LoadAsync(name, AttentionsFile, cancellationToken), Json)!;

    /// <summary>The same seed gives the same result: whoever computes it twice writes the same bytes twice.</summary>
    public Task SaveResultAsync(RoundName name, AdmissionResult result, CancellationToken cancellationToken) =>
        SaveAsync(name, ResultFile, Text(result.ToLines()), cancellationToken);

    public async Task<AdmissionResult> ResultAsync(RoundName name, AdmissionList list, CancellationToken cancellationToken) =>
        AdmissionResult.Parse(list, Lines(await LoadAsync(name, ResultFile, cancellationToken)))
        ?? throw new InvalidDataException($"The result of {name} cannot be read.");

    // Two people may open a round of one name at once: the one who comes second must not leave its order to the other's round.
    private static string SetupFile(StoredRound round) => $"setup-{Digest.Of(round.Key.ToArray())}.json";

    private static string Text(IReadOnlyList<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string[] Lines(string text) => text.Split('\n')[..^1];

    private static CellAddress Cell(RoundName name, string file) => new(AdmissionNames.Container, name.Partition, name.Round, file);

    private async Task SaveAsync(RoundName name, string file, string text, CancellationToken cancellationToken) =>
        await BlobOf(name, file).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellationToken);

    private async Task<string> LoadAsync(RoundName name, string file, CancellationToken cancellationToken) =>
        (await BlobOf(name, file).DownloadContentAsync(cancellationToken)).Value.Content.ToString();

    private BlobClient BlobOf(RoundName name, string file) => _container.GetBlobClient($"{name.Partition}/{name.Round}/{file}");
}

/// <summary>Whose ticket it is, and what the school needs to know of the child. Personal data.</summary>
internal sealed record ListedChild(string Ticket, string Application, string Name, string Sex, DateOnly BirthDate, string GuardianName, string? GuardianPhone)
{
    public override string ToString() => $"ListedChild {{ {Ticket} }}";
}

/// <summary>Something about a child that a person looks at.</summary>
internal sealed record AttentionRow(string Application, AttentionCode Code, string Detail, bool Blocks);
