using System.Diagnostics;
using System.Text.Json;
using OpenTelemetry;

namespace Enrollment.Functions.Platform.Telemetry.Files;

internal sealed class FileSpans(TelemetryFile file) : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        var spans = new List<Activity>();
        foreach (var span in batch)
            spans.Add(span);
        return file.Append("resourceSpans", "scopeSpans", ParentProvider.GetResource(), json =>
        {
            foreach (var scope in spans.GroupBy(span => span.Source.Name, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteScope(scope.Key);
                json.WriteStartArray("spans");
                foreach (var span in scope)
                    Write(json, span);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        });
    }

    private static void Write(Utf8JsonWriter json, Activity span)
    {
        json.WriteStartObject();
        json.WriteString("traceId", span.TraceId.ToHexString());
        json.WriteString("spanId", span.SpanId.ToHexString());
        if (span.ParentSpanId != default)
            json.WriteString("parentSpanId", span.ParentSpanId.ToHexString());
        json.WriteString("name", span.DisplayName);
        // OTLP counts from 1, and 0 says that nobody knows.
        json.WriteNumber("kind", (int)span.Kind + 1);
        json.WriteTime("startTimeUnixNano", span.StartTimeUtc);
        json.WriteTime("endTimeUnixNano", span.StartTimeUtc + span.Duration);
        json.WriteAttributes(span.TagObjects);
        json.WriteStartArray("links");
        foreach (var link in span.Links)
        {
            json.WriteStartObject();
            json.WriteString("traceId", link.Context.TraceId.ToHexString());
            json.WriteString("spanId", link.Context.SpanId.ToHexString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("status");
        json.WriteNumber("code", (int)span.Status);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
