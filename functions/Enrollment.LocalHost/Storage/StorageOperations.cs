using System.Diagnostics.Metrics;

namespace Enrollment.LocalHost.Storage;

/// <summary>Counts the host's own storage calls, so that a figure for the functions can be told from the host's share.</summary>
internal static class StorageOperations
{
    private static readonly Meter Meter = new("Enrollment.LocalHost");
    private static readonly Counter<long> Operations = Meter.CreateCounter<long>("storage.operations", "{operation}", "The host's own requests to storage, by service and operation.");

    public static void Queue(string operation) => Count("queue", operation);

    public static void Blob(string operation) => Count("blob", operation);

    private static void Count(string service, string operation) => Operations.Add(
        1, new KeyValuePair<string, object?>("service", service), new KeyValuePair<string, object?>("operation", operation));
}
