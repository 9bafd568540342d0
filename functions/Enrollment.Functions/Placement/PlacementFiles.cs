using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Exports;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Placement;

/// <summary>The large parts of a placement as blobs: the list and the result in clear, because they are made to be published; pupils, attributes and the whole report encrypted.</summary>
internal sealed class PlacementFiles(StorageClients storage, FieldCipher cipher)
{
    private const string ListFile = "list.txt", ResultFile = "result.txt", AttributesFile = "attributes", PupilsFile = "pupils", ReportFile = "report";

    private readonly BlobContainerClient _container = storage.Blobs.GetBlobContainerClient(PlacementNames.Container);

    public async Task SavePreparedAsync(PlacementName name, PreparedPlacement prepared, CancellationToken cancellationToken)
    {
        await SaveAsync(name, ListFile, Text(prepared.List.ToLines()), cancellationToken);
        var pupils = JsonSerializer.Serialize(prepared.Pupils.Select(ListedPupil.Of), JsonSerializerOptions.Web);
        await SaveAsync(name, PupilsFile, cipher.Encrypt(pupils, Cell(name, PupilsFile)), cancellationToken);
        if (prepared.Attributes is { } attributes)
            await SaveAsync(name, AttributesFile, cipher.Encrypt(Text(attributes.ToLines()), Cell(name, AttributesFile)), cancellationToken);
    }

    /// <summary>Takes back what was saved for a placement that was not to be: nobody's names stay behind.</summary>
    public async Task ForgetAsync(PlacementName name, CancellationToken cancellationToken)
    {
        foreach (var file in (string[])[ListFile, PupilsFile, AttributesFile])
            await BlobOf(name, file).DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>The same seed gives the same result: whoever computes it twice writes the same bytes twice.</summary>
    public Task SaveResultAsync(PlacementResult result, PlacementName name, CancellationToken cancellationToken) =>
        SaveAsync(name, ResultFile, Text(result.ToLines()), cancellationToken);

    /// <summary>Encrypted, because it counts classes of one or two children too; what is encrypted is the same whoever computes it.</summary>
    public Task SaveReportAsync(BalanceReport report, PlacementName name, CancellationToken cancellationToken) =>
        SaveAsync(name, ReportFile, cipher.Encrypt(Encoding.UTF8.GetString(report.ToJson()), Cell(name, ReportFile)), cancellationToken);

    /// <summary>Null where the draw was over before reports were made.</summary>
    public async Task<BalanceReport?> ReportAsync(PlacementName name, CancellationToken cancellationToken)
    {
        try
        {
            return BalanceReport.FromJson(Encoding.UTF8.GetBytes(cipher.Decrypt(await LoadAsync(name, ReportFile, cancellationToken), Cell(name, ReportFile))));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task<PlacementList> ListAsync(PlacementName name, CancellationToken cancellationToken) =>
        PlacementList.Parse(Lines(await LoadAsync(name, ListFile, cancellationToken))) is PlacementListReading.Read read
            ? read.List
            : throw new InvalidDataException($"The list of {name.Run} cannot be read.");

    public async Task<IReadOnlyList<string>?> AttributesAsync(PlacementName name, PlacementList list, CancellationToken cancellationToken) =>
        list.Attributes is null ? null : Lines(cipher.Decrypt(await LoadAsync(name, AttributesFile, cancellationToken), Cell(name, AttributesFile)));

    public async Task<IReadOnlyList<string>> ResultAsync(PlacementName name, CancellationToken cancellationToken) =>
        Lines(await LoadAsync(name, ResultFile, cancellationToken));

    public async Task<IReadOnlyList<ListedPupil>> PupilsAsync(PlacementName name, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<List<ListedPupil>>(cipher.Decrypt(await LoadAsync(name, PupilsFile, cancellationToken), Cell(name, PupilsFile)), JsonSerializerOptions.Web)!;

    private static string Text(IReadOnlyList<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string[] Lines(string text) => text.Split('\n')[..^1];

    private static CellAddress Cell(PlacementName name, string file) => new(PlacementNames.Container, name.School, name.Run, file);

    private async Task SaveAsync(PlacementName name, string file, string text, CancellationToken cancellationToken) =>
        await BlobOf(name, file).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellationToken);

    private async Task<string> LoadAsync(PlacementName name, string file, CancellationToken cancellationToken) =>
        (await BlobOf(name, file).DownloadContentAsync(cancellationToken)).Value.Content.ToString();

    private BlobClient BlobOf(PlacementName name, string file) => _container.GetBlobClient($"{name.School}/{name.Run}/{file}");
}
