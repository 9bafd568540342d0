using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Departments.Files;

/// <summary>A file that lies there, as it was seen.</summary>
internal sealed record SeenFile(string Name, string Version, long Bytes, DateTimeOffset WrittenAt);

/// <summary>The private container of files: each department has its folder of questions, of answers and of receipts.</summary>
internal sealed class DepartmentFiles(StorageClients storage)
{
    public const string Container = "department-files";

    public const string Questions = "questions";
    public const string Answers = "answers";
    public const string Receipts = "receipts";

    private readonly BlobContainerClient _container = storage.Blobs.GetBlobContainerClient(Container);

    /// <summary>Writes a new file. False when one of this name is there.</summary>
    public async Task<bool> TryWriteAsync(string folder, Department department, string name, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var whenNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = new ETag("*") } };
            await BlobOf(folder, department, name).UploadAsync(BinaryData.FromBytes(content), whenNew, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<SeenFile>> SeenAsync(string folder, Department department, CancellationToken cancellationToken)
    {
        var (prefix, seen) = (PrefixOf(folder, department), new List<SeenFile>());
        await foreach (var blob in _container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken))
            seen.Add(new SeenFile(blob.Name[prefix.Length..], $"{blob.Properties.ETag}", blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default));
        return seen;
    }

    /// <summary>The file's bytes; null when it is no longer the one that was seen.</summary>
    public async Task<byte[]?> ReadAsync(string folder, Department department, SeenFile file, CancellationToken cancellationToken)
    {
        try
        {
            var asSeen = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(file.Version) } };
            return (await BlobOf(folder, department, file.Name).DownloadContentAsync(asSeen, cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return null;
        }
    }

    public async Task DeleteAsync(string folder, Department department, string name, CancellationToken cancellationToken) =>
        await BlobOf(folder, department, name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient BlobOf(string folder, Department department, string name) => _container.GetBlobClient(PrefixOf(folder, department) + name);

    private static string PrefixOf(string folder, Department department) => $"{folder}/{DepartmentPaths.Of(department)}/";
}
