namespace Enrollment.Benchmarks.Measuring;

/// <summary>Storage operations by service and kind ("table insert").</summary>
internal sealed record StorageCounts(IReadOnlyDictionary<string, long> Counts)
{
    public const string Transaction = "table transaction";
    public const string MessageDelete = "queue delete";
    public const string Receive = "queue receive";
    public const string ReceiveEmpty = "queue receive-empty";

    public static StorageCounts None { get; } = new(new Dictionary<string, long>(StringComparer.Ordinal));

    public long this[string operation] => Counts.GetValueOrDefault(operation);

    /// <summary>All but what an idle program does too.</summary>
    public long Work => Counts.Where(count => !IsIdle(count.Key)).Sum(count => count.Value);

    public long Idle => Counts.Where(count => IsIdle(count.Key)).Sum(count => count.Value);

    public StorageCounts Since(StorageCounts earlier) => Combine(earlier, (now, before) => now - before);

    public StorageCounts And(StorageCounts other) => Combine(other, (one, two) => one + two);

    /// <summary>Looks into empty queues and leases of timers: they count the time a host runs, not the work it does.</summary>
    public static bool IsIdle(string operation) =>
        operation == ReceiveEmpty || operation.StartsWith("blob lease-", StringComparison.Ordinal);

    private StorageCounts Combine(StorageCounts other, Func<long, long, long> combine) =>
        new(Counts.Keys.Union(other.Counts.Keys, StringComparer.Ordinal)
            .ToDictionary(kind => kind, kind => combine(this[kind], other[kind]), StringComparer.Ordinal));
}
