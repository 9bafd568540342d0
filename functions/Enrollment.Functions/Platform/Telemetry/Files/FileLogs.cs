using System.Text.Json;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Enrollment.Functions.Platform.Telemetry.Files;

/// <summary>Each line as it comes: a record is the SDK's again once it was exported.</summary>
internal sealed class FileLogs(TelemetryFile file) : BaseExporter<LogRecord>
{
    // OTLP's numbers: four to a level, trace from 1.
    private const int NumbersPerLevel = 4;

    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        foreach (var record in batch)
        {
            file.Append("resourceLogs", "scopeLogs", ParentProvider.GetResource(), json =>
            {
                json.WriteStartObject();
                json.WriteScope(record.CategoryName);
                json.WriteStartArray("logRecords");
                Write(json, record);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        return ExportResult.Success;
    }

    private static void Write(Utf8JsonWriter json, LogRecord record)
    {
        json.WriteStartObject();
        json.WriteTime("timeUnixNano", record.Timestamp);
        json.WriteNumber("severityNumber", ((int)record.LogLevel * NumbersPerLevel) + 1);
        json.WriteString("severityText", record.LogLevel.ToString());
        json.WriteStartObject("body");
        json.WriteString("stringValue", record.Body);
        json.WriteEndObject();
        json.WriteAttributes((record.Attributes ?? []).Where(attribute => attribute.Key != "{OriginalFormat}"));
        if (record.TraceId != default)
        {
            json.WriteString("traceId", record.TraceId.ToHexString());
            json.WriteString("spanId", record.SpanId.ToHexString());
        }
        json.WriteEndObject();
    }
}
