using System.Collections.Concurrent;
using Enrollment.Benchmarks.Measuring;

namespace Enrollment.Benchmarks.Floor;

/// <summary>Counts the floor's calls under the names the service uses.</summary>
internal sealed class OperationCounter
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public void Count(string operation) => _counts.AddOrUpdate(operation, 1, (_, count) => count + 1);

    public StorageCounts Read() => new(_counts.ToDictionary(StringComparer.Ordinal));
}
