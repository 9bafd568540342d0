using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Enrollment.LocalHost.Storage;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Timers;

/// <summary>The blob lease that makes one of several hosts the only one to listen.</summary>
internal sealed class SingletonLease(
    BlobContainerClient container, string blobName, SingletonSettings settings, TimeProvider time, ILogger logger)
{
    /// <summary>Waits until the lease is ours.</summary>
    public async Task<HeldLease> AcquireAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await TryAcquireAsync(cancellation) is { } held)
                return held;
            await Task.Delay(settings.ListenerLockRecoveryPollingInterval, time, cancellation);
        }
    }

    private async Task<HeldLease?> TryAcquireAsync(CancellationToken cancellation)
    {
        try
        {
            return await LeaseAsync(cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            logger.LogDebug("The lock {Blob} is held by another host", blobName);
            return null;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning(exception, "The lock {Blob} could not be acquired", blobName);
            return null;
        }
    }

    private async Task<HeldLease> LeaseAsync(CancellationToken cancellation)
    {
        var lease = container.GetBlobClient(blobName).GetBlobLeaseClient();
        try
        {
            return await LeaseAsync(lease, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            await CreateBlobAsync(cancellation);
            return await LeaseAsync(lease, cancellation);
        }
    }

    private async Task<HeldLease> LeaseAsync(BlobLeaseClient lease, CancellationToken cancellation)
    {
        var askedAt = time.GetUtcNow();
        StorageOperations.Blob("lease-acquire");
        await lease.AcquireAsync(settings.ListenerLockPeriod, cancellationToken: cancellation);
        logger.LogInformation("This host holds the lock {Blob}", blobName);
        return new HeldLease(lease, settings.ListenerLockPeriod, askedAt, time, logger);
    }

    private async Task CreateBlobAsync(CancellationToken cancellation)
    {
        StorageOperations.Blob("lease-create");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        try
        {
            var unlessThere = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = new ETag("*") } };
            await container.GetBlobClient(blobName).UploadAsync(BinaryData.FromString(string.Empty), unlessThere, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            logger.LogDebug("Another host created the lock {Blob}", blobName);
        }
    }
}
