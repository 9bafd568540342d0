using System.Diagnostics.Metrics;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>Counts every request to storage, retries included, by service and operation.</summary>
internal sealed class StorageTelemetry(string service) : DelegatingHandler
{
    private static readonly Meter Meter = new("Enrollment.Storage");
    private static readonly Counter<long> Operations = Meter.CreateCounter<long>("storage.operations");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Operations.Add(1, new("service", service), new("operation", Operation(request)));
        return base.SendAsync(request, cancellationToken);
    }

    private static string Operation(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var isRow = path.Contains("PartitionKey=", StringComparison.Ordinal);
        return request.Method.Method switch
        {
            "POST" when path.EndsWith("/$batch", StringComparison.Ordinal) => "transaction",
            "POST" => "insert",
            "GET" => isRow ? "get" : "query",
            "DELETE" => "delete",
            "PUT" or "PATCH" or "MERGE" => "update",
            var other => other,
        };
    }
}
