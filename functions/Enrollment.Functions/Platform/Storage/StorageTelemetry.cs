using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>Counts every request to storage, retries included, by service and operation; within a trace it is a span.</summary>
internal sealed class StorageTelemetry(string service) : DelegatingHandler
{
    private static readonly Meter Meter = new("Enrollment.Storage");
    private static readonly Counter<long> Operations = Meter.CreateCounter<long>("storage.operations", "{operation}", "Requests to storage, by service and operation.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = Operation(request);
        Operations.Add(1, new("service", service), new("operation", operation));
        using var activity = Activity.Current is { Recorded: true } ? Tracing.Call($"{service} {operation} {Target(request.RequestUri!.AbsolutePath)}".TrimEnd()) : null;
        var response = await base.SendAsync(request, cancellationToken);
        activity?.SetTag("http.response.status_code", (int)response.StatusCode);
        return response;
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

    // The table or queue, never a key: a row's is in the brackets, a blob's name follows its container.
    private string Target(string path)
    {
        var parts = path.Split('(')[0].Split('/');
        return service switch
        {
            "table" => parts[^1] == "$batch" ? "" : parts[^1],
            "queue" => parts.TakeWhile(part => part != "messages").Last(),
            _ => "",
        };
    }
}
