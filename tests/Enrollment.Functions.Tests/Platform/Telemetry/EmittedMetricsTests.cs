using System.Text.Json;

namespace Enrollment.Functions.Tests.Platform.Telemetry;

/// <summary>A metric that is declared and never recorded would look like a quiet service, and its alert would never fire.</summary>
[Collection(TelemetryGroup.Name)]
public sealed class EmittedMetricsTests(TelemetryFixture telemetry)
{
    public static TheoryData<string, string, string> Expected => new()
    {
        { "enrollment.applications.submitted", "{application}", "category" },
        { "enrollment.settle.duration", "s", "category status" },
        { "enrollment.department.duration", "s", "department outcome" },
        { "enrollment.callbacks", "{callback}", "department outcome" },
        { "enrollment.circuit.state", "{state}", "department" },
        { "enrollment.circuit.opened", "{opening}", "department" },
        { "enrollment.due.oldest_age", "s", "" },
        { "enrollment.queue.oldest_age", "s", "queue" },
        { "enrollment.poison.messages", "{message}", "queue" },
        { "enrollment.dead_letters", "{message}", "queue" },
        { "enrollment.notices", "{attempt}", "channel outcome" },
        { "storage.operations", "{operation}", "operation service" },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Metric_OfARunWithEverythingInIt_IsEmittedWithUnitAndTags(string name, string unit, string tags)
    {
        var emitted = Metrics().Where(metric => metric.GetProperty("name").GetString() == name).ToList();

        Assert.NotEmpty(emitted);
        Assert.All(emitted, metric => Assert.Equal(unit, metric.GetProperty("unit").GetString()));
        Assert.All(emitted.SelectMany(Points), point => Assert.Equal(tags, string.Join(' ', TagsOf(point).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Metrics_Declared_AreAllExpectedHere() =>
        Assert.Empty(FirstOf(MeasuresTests.Names).Except(FirstOf(Expected), StringComparer.Ordinal));

    private static IEnumerable<string> FirstOf(IEnumerable<object[]> rows) => rows.Select(row => (string)row[0]);

    private IEnumerable<JsonElement> Metrics() => telemetry.Lines.Where(line => line.StartsWith("""{"resourceMetrics":""", StringComparison.Ordinal))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .SelectMany(root => root.GetProperty("resourceMetrics").EnumerateArray())
        .SelectMany(resource => resource.GetProperty("scopeMetrics").EnumerateArray())
        .SelectMany(scope => scope.GetProperty("metrics").EnumerateArray());

    private static IEnumerable<JsonElement> Points(JsonElement metric) => metric.EnumerateObject()
        .Where(member => member.Value.ValueKind is JsonValueKind.Object).SelectMany(member => member.Value.GetProperty("dataPoints").EnumerateArray());

    private static IEnumerable<string> TagsOf(JsonElement point) => point.TryGetProperty("attributes", out var attributes)
        ? attributes.EnumerateArray().Select(attribute => attribute.GetProperty("key").GetString()!)
        : [];
}
