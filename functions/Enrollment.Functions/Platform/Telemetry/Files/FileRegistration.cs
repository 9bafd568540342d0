using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Enrollment.Functions.Platform.Telemetry.Files;

internal static class FileRegistration
{
    // A developer looks at the file while the service runs.
    private const int SpansEvery = 500;
    private const int MetricsEvery = 5_000;
    private const int SpansKept = 65_536;

    public static void UseFile(this OpenTelemetryBuilder telemetry, string path)
    {
        telemetry.Services.AddSingleton(_ => new TelemetryFile(path));
        telemetry
            .WithTracing(tracing => tracing.AddProcessor(services =>
                new BatchActivityExportProcessor(new FileSpans(services.GetRequiredService<TelemetryFile>()), SpansKept, SpansEvery)))
            .WithMetrics(metrics => metrics.AddReader(services =>
                new PeriodicExportingMetricReader(new FileMetrics(services.GetRequiredService<TelemetryFile>()), MetricsEvery)))
            .WithLogging(logging => logging.AddProcessor(services =>
                new SimpleLogRecordExportProcessor(new FileLogs(services.GetRequiredService<TelemetryFile>()))));
    }
}
