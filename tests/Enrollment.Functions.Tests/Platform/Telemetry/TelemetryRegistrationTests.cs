using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Telemetry;
using Enrollment.LocalHost;
using OpenTelemetry.Trace;

namespace Enrollment.Functions.Tests.Platform.Telemetry;

public sealed class TelemetryRegistrationTests
{
    [Theory]
    [InlineData("Telemetry:File", "")]
    [InlineData("OTEL_SERVICE_NAME", "enrollment")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=00000000-0000-0000-0000-000000000000")]
    public void AddTelemetry_NoSettingNamesAPlace_SetsUpNothing(string setting, string value)
    {
        var builder = Builder(setting, value);
        var before = builder.Services.Count;

        builder.AddTelemetry();

        Assert.Equal(before, builder.Services.Count);
    }

    [Theory]
    [InlineData("Telemetry:File", "telemetry.jsonl")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:4317")]
    public void AddTelemetry_ASettingNamesAPlace_SetsUpTraces(string setting, string value)
    {
        var builder = Builder(setting, value);

        builder.AddTelemetry();

        Assert.Contains(builder.Services, service => service.ServiceType == typeof(TracerProvider));
    }

    private static LocalHostApplicationBuilder Builder(string setting, string value)
    {
        var builder = LocalHostApplication.CreateBuilder([], typeof(SubmitApplication).Assembly);
        builder.Configuration[setting] = value;
        return builder;
    }
}
