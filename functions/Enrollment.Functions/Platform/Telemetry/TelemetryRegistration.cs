using Enrollment.Functions.Platform.Telemetry.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
#if FUNCTIONS_HOST_AZURE
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
#else
using System.Diagnostics;
#endif

namespace Enrollment.Functions.Platform.Telemetry;

/// <summary>Traces, metrics and logs through OpenTelemetry; nothing at all is set up while no setting names a place for them.</summary>
internal static class TelemetryRegistration
{
    public const string WebServer = "Microsoft.AspNetCore";

    private const string ServiceName = "OTEL_SERVICE_NAME";

    private static readonly string[] Collectors =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    private static readonly string[] Meters =
        [Measures.MeterName, "Enrollment.Storage", "Enrollment.LocalHost", "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var (file, toCollector) = (builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>()?.File, Collectors.Any(builder.IsSet));
        if (string.IsNullOrEmpty(file) && !toCollector && !builder.HasMonitor())
            return;
        var telemetry = builder.AddSources();
        if (toCollector)
            telemetry.UseOtlpExporter();
        if (!string.IsNullOrEmpty(file))
            telemetry.UseFile(file);
        builder.UseHost(telemetry);
    }

    private static OpenTelemetryBuilder AddSources(this IHostApplicationBuilder builder)
    {
        foreach (var others in (string[])["Microsoft", "System", "Azure"])
            builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(others, LogLevel.Warning);
        return builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (!builder.IsSet(ServiceName))
                    resource.AddService("enrollment");
            })
            .WithTracing(tracing => tracing.AddSource(Tracing.SourceName).AddProcessor(new AllowedAttributes()))
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithLogging(logging => logging.AddProcessor(new PlainLogs()));
    }

    private static bool IsSet(this IHostApplicationBuilder builder, string setting) => !string.IsNullOrEmpty(builder.Configuration[setting]);

#if FUNCTIONS_HOST_AZURE
    private const string Monitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private static bool HasMonitor(this IHostApplicationBuilder builder) => builder.IsSet(Monitor);

    // The Functions host tells requests and invocations; the worker adds what happens within them.
    private static void UseHost(this IHostApplicationBuilder builder, OpenTelemetryBuilder telemetry)
    {
        telemetry.UseFunctionsWorkerDefaults();
        if (builder.HasMonitor())
            telemetry.UseAzureMonitorExporter(options => options.Credential = new DefaultAzureCredential());
    }
#else
    private static bool HasMonitor(this IHostApplicationBuilder _) => false;

    private static void UseHost(this IHostApplicationBuilder builder, OpenTelemetryBuilder telemetry)
    {
        builder.Services.AddSingleton<DistributedContextPropagator>(new UntrustedCallers());
        telemetry.WithTracing(tracing => tracing.AddSource(WebServer));
    }
#endif
}
