using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Enrollment.Functions.Tests.LocalHost.Support;

/// <summary>One blob's lease on a clock the test turns; every host sees it through a container of its own.</summary>
internal sealed class FakeLock(TimeProvider time)
{
    private readonly Lock _gate = new();
    private object? _holder;
    private DateTimeOffset _until;

    public object? Holder
    {
        get
        {
            lock (_gate)
                return time.GetUtcNow() < _until ? _holder : null;
        }
    }

    public void Acquire(object host, TimeSpan period)
    {
        lock (_gate)
        {
            if (Holder is { } holder && holder != host)
                throw new RequestFailedException(409, "held", "LeaseAlreadyPresent", innerException: null);
            (_holder, _until) = (host, time.GetUtcNow() + period);
        }
    }

    public void Renew(object host, TimeSpan period)
    {
        lock (_gate)
        {
            if (_holder != host)
                throw new RequestFailedException(409, "lost", "LeaseIdMismatchWithLeaseOperation", innerException: null);
            _until = time.GetUtcNow() + period;
        }
    }

    public void Release(object host)
    {
        lock (_gate)
            _holder = _holder == host ? null : _holder;
    }
}

internal sealed class FakeLockContainer(FakeLock shared) : BlobContainerClient
{
    /// <summary>The host's network is gone: nothing is answered.</summary>
    public bool Cut { get; set; }

    public override BlobClient GetBlobClient(string blobName) => new FakeBlob(this, shared);

    private sealed class FakeBlob(FakeLockContainer host, FakeLock shared) : BlobClient
    {
        protected override BlobLeaseClient GetBlobLeaseClientCore(string leaseId) => new FakeLease(host, shared);
    }

    private sealed class FakeLease(FakeLockContainer host, FakeLock shared) : BlobLeaseClient
    {
        private TimeSpan _period;

        public override Task<Response<BlobLease>> AcquireAsync(
            TimeSpan duration, RequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            _period = duration;
            return Answer(() => shared.Acquire(host, duration));
        }

        public override Task<Response<BlobLease>> RenewAsync(
            RequestConditions? conditions = null, CancellationToken cancellationToken = default) => Answer(() => shared.Renew(host, _period));

        public override Task<Response<ReleasedObjectInfo>> ReleaseAsync(
            RequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            shared.Release(host);
            return Task.FromResult(FakeResponse.Of(new ReleasedObjectInfo(new ETag("0"), DateTimeOffset.UnixEpoch)));
        }

        private Task<Response<BlobLease>> Answer(Action action)
        {
            if (host.Cut)
                throw new RequestFailedException("no route to host");
            action();
            return Task.FromResult(FakeResponse.Of(BlobsModelFactory.BlobLease(new ETag("0"), DateTimeOffset.UnixEpoch, "lease")));
        }
    }
}
