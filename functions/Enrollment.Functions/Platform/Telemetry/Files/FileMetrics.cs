using System.Text.Json;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Enrollment.Functions.Platform.Telemetry.Files;

internal sealed class FileMetrics(TelemetryFile file) : BaseExporter<Metric>
{
    private const int Cumulative = 2;

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var metrics = new List<Metric>();
        foreach (var metric in batch)
            metrics.Add(metric);
        return file.Append("resourceMetrics", "scopeMetrics", ParentProvider.GetResource(), json =>
        {
            foreach (var scope in metrics.GroupBy(metric => metric.MeterName, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteScope(scope.Key);
                json.WriteStartArray("metrics");
                foreach (var metric in scope)
                    Write(json, metric);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        });
    }

    private static void Write(Utf8JsonWriter json, Metric metric)
    {
        var kind = metric.MetricType switch
        {
            MetricType.LongGauge or MetricType.DoubleGauge => "gauge",
            MetricType.Histogram => "histogram",
            _ => "sum",
        };
        json.WriteStartObject();
        json.WriteString("name", metric.Name);
        json.WriteString("description", metric.Description);
        json.WriteString("unit", metric.Unit);
        json.WriteStartObject(kind);
        json.WriteStartArray("dataPoints");
        foreach (ref readonly var point in metric.GetMetricPoints())
            Write(json, metric.MetricType, in point);
        json.WriteEndArray();
        if (kind != "gauge")
            json.WriteNumber("aggregationTemporality", Cumulative);
        if (kind == "sum")
            json.WriteBoolean("isMonotonic", metric.MetricType is MetricType.LongSum or MetricType.DoubleSum);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MetricType type, in MetricPoint point)
    {
        var tags = new List<KeyValuePair<string, object?>>();
        foreach (var tag in point.Tags)
            tags.Add(tag);
        json.WriteStartObject();
        json.WriteAttributes(tags);
        json.WriteTime("startTimeUnixNano", point.StartTime.UtcDateTime);
        json.WriteTime("timeUnixNano", point.EndTime.UtcDateTime);
        switch (type)
        {
            case MetricType.Histogram:
                WriteHistogram(json, in point);
                break;
            case MetricType.LongGauge:
                json.WriteLong("asInt", point.GetGaugeLastValueLong());
                break;
            case MetricType.DoubleGauge:
                json.WriteNumber("asDouble", point.GetGaugeLastValueDouble());
                break;
            case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                json.WriteLong("asInt", point.GetSumLong());
                break;
            default:
                json.WriteNumber("asDouble", point.GetSumDouble());
                break;
        }
        json.WriteEndObject();
    }

    private static void WriteHistogram(Utf8JsonWriter json, in MetricPoint point)
    {
        var (bounds, counts) = (new List<double>(), new List<long>());
        foreach (var bucket in point.GetHistogramBuckets())
        {
            counts.Add(bucket.BucketCount);
            if (!double.IsPositiveInfinity(bucket.ExplicitBound))
                bounds.Add(bucket.ExplicitBound);
        }
        json.WriteLong("count", point.GetHistogramCount());
        json.WriteNumber("sum", point.GetHistogramSum());
        json.WriteStartArray("bucketCounts");
        foreach (var count in counts)
            json.WriteStringValue(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndArray();
        json.WriteStartArray("explicitBounds");
        foreach (var bound in bounds)
            json.WriteNumberValue(bound);
        json.WriteEndArray();
    }
}
