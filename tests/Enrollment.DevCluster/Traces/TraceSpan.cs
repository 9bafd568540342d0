using System.Globalization;
using System.Text.Json;

namespace Enrollment.DevCluster.Traces;

/// <summary>A span as OTLP's JSON tells it.</summary>
internal sealed record TraceSpan(string TraceId, string SpanId, string? ParentId, string Name, SpanKind Kind, DateTimeOffset Start, DateTimeOffset End,
    IReadOnlyDictionary<string, string> Tags, IReadOnlyList<(string TraceId, string SpanId)> Links, bool HasFailed)
{
    public const string Application = "enrollment.application";
    public const string Department = "enrollment.department";
    public const string Queue = "messaging.destination.name";

    private const int NanosecondsPerTick = 100;
    private const int ErrorCode = 2;

    public TimeSpan Duration => End - Start;

    public string? Tag(string name) => Tags.GetValueOrDefault(name);

    /// <summary>The spans in one line of a file; none when it holds metrics or logs.</summary>
    public static IEnumerable<TraceSpan> In(string line)
    {
        using var document = JsonDocument.Parse(line);
        return [.. Spans(document.RootElement)];
    }

    private static IEnumerable<TraceSpan> Spans(JsonElement line) => !line.TryGetProperty("resourceSpans", out var resources)
        ? []
        : from resource in resources.EnumerateArray()
          from scope in resource.GetProperty("scopeSpans").EnumerateArray()
          from span in scope.GetProperty("spans").EnumerateArray()
          select Read(span);

    private static TraceSpan Read(JsonElement span) => new(
        span.GetProperty("traceId").GetString()!,
        span.GetProperty("spanId").GetString()!,
        span.TryGetProperty("parentSpanId", out var parent) ? parent.GetString() : null,
        span.GetProperty("name").GetString()!,
        (SpanKind)span.GetProperty("kind").GetInt32(),
        TimeOf(span.GetProperty("startTimeUnixNano")),
        TimeOf(span.GetProperty("endTimeUnixNano")),
        span.GetProperty("attributes").EnumerateArray().ToDictionary(
            tag => tag.GetProperty("key").GetString()!, tag => tag.GetProperty("value").EnumerateObject().First().Value.ToString(), StringComparer.Ordinal),
        [.. span.GetProperty("links").EnumerateArray().Select(link => (link.GetProperty("traceId").GetString()!, link.GetProperty("spanId").GetString()!))],
        span.GetProperty("status").GetProperty("code").GetInt32() == ErrorCode);

    private static DateTimeOffset TimeOf(JsonElement nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(long.Parse(nanoseconds.GetString()!, CultureInfo.InvariantCulture) / NanosecondsPerTick);
}

/// <summary>OTLP's kinds by number.</summary>
internal enum SpanKind
{
    Unspecified,
    Internal,
    Server,
    Client,
    Producer,
    Consumer,
}
