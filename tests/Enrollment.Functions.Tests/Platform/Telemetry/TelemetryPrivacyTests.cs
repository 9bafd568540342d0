using Enrollment.DevCluster.Traces;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Platform.Telemetry;

[Collection(TelemetryGroup.Name)]
public sealed class TelemetryPrivacyTests(TelemetryFixture telemetry)
{
    [Theory]
    [InlineData("resourceSpans", "CheckWithPolice")]
    [InlineData("resourceMetrics", "enrollment.settle.duration")]
    [InlineData("resourceLogs", "Function {Function} failed")]
    public void File_FamiliesAppliedAndCallersWereRude_HoldsNobody(string signal, string sample)
    {
        var lines = string.Join('\n', telemetry.Lines.Where(line => line.StartsWith($$"""{"{{signal}}":""", StringComparison.Ordinal)));

        Assert.Contains(sample, lines, StringComparison.Ordinal);
        Canaries.AssertNobodyIn(lines, telemetry.Families);
    }

    [Theory]
    [InlineData("/v1/traces", "CheckWithPolice")]
    [InlineData("/v1/metrics", "enrollment.settle.duration")]
    [InlineData("/v1/logs", "Function {Function} failed")]
    public void Collector_FamiliesAppliedAndCallersWereRude_GetsNobody(string path, string sample)
    {
        var taken = string.Join('\n', telemetry.Taken[path]);

        Assert.Contains(sample, taken, StringComparison.Ordinal);
        Canaries.AssertNobodyIn(taken, telemetry.Families);
    }

    [Fact]
    public void Trace_NamedByACaller_IsNotTaken() =>
        Assert.DoesNotContain(telemetry.Spans, span => span.TraceId == TelemetryFixture.HostileTrace);

    [Fact]
    public void Spans_OfRequests_NameTheRouteAndNotTheAddress()
    {
        var requests = telemetry.Spans.Where(span => span.Kind is SpanKind.Server).ToList();

        Assert.Contains(requests, span => span.Name == "GET api/applications/{id}");
        Assert.DoesNotContain(requests, span => span.Name.Contains("health", StringComparison.Ordinal));
        Assert.All(requests, span => Assert.Empty(span.Tags.Keys.Except(
            ["http.request.method", "http.route", "http.response.status_code", "faas.name", TraceSpan.Application], StringComparer.Ordinal)));
    }

    [Fact]
    public void Log_OfAnException_KeepsItsTypesAndTheNamedValues()
    {
        var line = Assert.Single(telemetry.Lines, line => line.Contains("\"Enrollment.Rude\"", StringComparison.Ordinal));

        Assert.Contains("System.IO.InvalidDataException", line, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", line, StringComparison.Ordinal);
        Assert.Contains("\"Rude\"", line, StringComparison.Ordinal);
    }
}
