using Azure.Data.Tables;

namespace Enrollment.Benchmarks.Measuring;

/// <summary>What takes applications from submission to settlement: the service, or the floor.</summary>
internal interface IPipeline
{
    /// <summary>Where the applications stand.</summary>
    TableClient Applications { get; }

    /// <returns>The application's number, once it is accepted.</returns>
    Task<string> SubmitAsync(Pipeline.Mover mover, CancellationToken cancellation);

    /// <summary>What it has done to the storage account so far.</summary>
    Task<StorageCounts> CountsAsync(CancellationToken cancellation);
}
