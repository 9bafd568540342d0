using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>The bytes of uploaded papers: private, encrypted, bound to application and file. Written before the row, deleted after it changed.</summary>
internal sealed class EvidenceBlobs(StorageClients storage, FieldCipher cipher, TimeProvider clock)
{
    public const string Container = "evidence";

    // By our clock, not the storage account's: the orphans' age is judged by ours.
    private const string WrittenAt = "written";

    private readonly BlobContainerClient _container = storage.Blobs.GetBlobContainerClient(Container);

    /// <summary>Saves; a second time the same content, because a grant is for exactly one.</summary>
    public Task SaveAsync(ApplicationId application, string file, byte[] content, CancellationToken cancellationToken) => BlobOf(application, file).UploadAsync(
        BinaryData.FromBytes(cipher.Encrypt(content, Cell(application, file))),
        new BlobUploadOptions { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [WrittenAt] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) } },
        cancellationToken);

    /// <summary>Null when it has been taken back meanwhile.</summary>
    public async Task<byte[]?> FindAsync(ApplicationId application, string file, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await BlobOf(application, file).DownloadContentAsync(cancellationToken);
            return cipher.Decrypt(stored.Value.Content.ToArray(), Cell(application, file));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task DeleteAsync(ApplicationId application, string file, CancellationToken cancellationToken) =>
        BlobOf(application, file).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>The files whose bytes were written before this moment.</summary>
    public async IAsyncEnumerable<(ApplicationId Application, string File)> WrittenBeforeAsync(DateTimeOffset moment,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken))
        {
            if (blob.Name.Split('/') is [var application, var file] && DateTimeOffset.Parse(blob.Metadata[WrittenAt], CultureInfo.InvariantCulture) < moment)
                yield return (ApplicationId.Parse(application), file);
        }
    }

    private BlobClient BlobOf(ApplicationId application, string file) => _container.GetBlobClient($"{application.Value}/{file}");

    private static CellAddress Cell(ApplicationId application, string file) => new(Container, application.Value, file, "content");
}
