using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Traces;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Health;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Tests.Platform.Telemetry;

[CollectionDefinition(Name)]
public sealed class TelemetryGroup : ICollectionFixture<TelemetryFixture>
{
    public const string Name = "telemetry";
}

/// <summary>Families apply, departments fail and call back, callers are rude; then what a file and a collector got of it.</summary>
public sealed class TelemetryFixture : IAsyncLifetime
{
    internal const string HostileTrace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly string[] Stories =
        [FamilyPool.Plain, "commercial-home", "answered-by-callback", "answered-by-callback-social-security", "property-callback-wrongly-signed"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-telemetry-");

    internal List<DemoFamily> Families { get; } = [];

    /// <summary>The application whose property office calls back.</summary>
    internal string CalledBack { get; private set; } = "";

    /// <summary>Its trace. Other tests' services are heard too, and the same family has the same number there.</summary>
    internal string CalledBackTrace { get; private set; } = "";

    /// <summary>Lines of the file.</summary>
    internal IReadOnlyList<string> Lines { get; private set; } = [];

    internal IReadOnlyList<TraceSpan> Spans { get; private set; } = [];

    /// <summary>What came to the collector, by path.</summary>
    internal ILookup<string, string> Taken { get; private set; } = Array.Empty<string>().ToLookup(_ => "");

    public async Task InitializeAsync()
    {
        var file = Path.Combine(_folder.FullName, "telemetry.jsonl");
        await using var collector = await Collector.StartAsync();
        await using (var service = await StartAsync(file, collector.Address))
        {
            await CallBackAsync(service);
            foreach (var story in Stories)
                await ApplyAsync(service, story);
            await BeRudeAsync(service);
            // The last of all, because the circuit stays open.
            await service.Departments.BehaveAsync(Department.Property, new { kind = "Unavailable" });
            await ApplyAsync(service, FamilyPool.Plain);
            await service.Hand.DrainAsync();
            await service.Hand.NotifyAsync();
            await service.Hand.DrainPoisonAsync();
            await service.Hand.RunTimerAsync(nameof(MeasureBacklog));
        }
        (Lines, Spans, Taken) = (await File.ReadAllLinesAsync(file), SpanFile.Read(file), collector.Taken);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static Task<Service> StartAsync(string file, string collector) => Service.StartAsync(new ServiceOptions
    {
        SendsNotices = true,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // By night, too.
            ["Notices:QuietFrom"] = "00:00:00",
            ["Notices:QuietUntil"] = "00:00:00",
            ["Telemetry:File"] = file,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["Logging:LogLevel:Default"] = "Trace",
            // One failure opens it, however many answers there were before.
            ["Departments:Property:FailureRatio"] = "0.01",
            ["Departments:Property:MinimumThroughput"] = "2",
        },
    });

    private async Task ApplyAsync(Service service, string story)
    {
        var parent = service.Parent(story);
        Families.Add(parent.Family);
        if (story == FamilyPool.Plain)
            await TryOutAsync(service, parent);
        var id = await parent.ApplyAsync();
        await service.Hand.DrainAsync();
        await service.CallAsync(parent, "PUT", $"applications/{id}/sibling-wish", """{"wish":"Together"}""");
        await parent.GetAsync(id);
    }

    private static async Task TryOutAsync(Service service, Parent parent)
    {
        await service.PrefillAsync(parent);
        await service.CallAsync(parent, "POST", "drafts", parent.Form.ToJsonString());
        await service.CallAsync(parent, "POST", "dry-runs", $$$"""{"form":{{{parent.Form.ToJsonString()}}}}""");
    }

    private async Task CallBackAsync(Service service)
    {
        var parent = service.Parent(FamilyPool.Plain);
        Families.Add(parent.Family);
        await service.Departments.BehaveAsync(Department.Property, new { kind = "NeverCallBack" }, parent.ChildNumber);
        CalledBack = await parent.ApplyAsync();
        var row = Assert.Single(await service.Stored.RowsAsync(ApplicationStore.Table), row => row.PartitionKey == CalledBack && row.RowKey == ApplicationRow.Key);
        CalledBackTrace = row.GetString(ApplicationRow.TraceParent).Split('-')[1];
        await service.Hand.DrainAsync();
        var answer = await service.Voice.CallBackAsync("property", service.Voice.Truth("property", parent.Family, CalledBack), "webhook-1");
        Assert.Equal(202, answer.Status);
        await service.Hand.DrainAsync();
    }

    // Wherever a caller or a bug can put words, there stand a name and a number.
    private async Task BeRudeAsync(Service service)
    {
        var child = Families[0].Form.GetProperty("child");
        var (name, number) = (child.GetProperty("name").GetString()!, child.GetProperty("documentNumber").GetString()!);
        foreach (var path in (string[])[$"api/applications/{name}", $"api/applications?child={name}", $"api/applications/{number}", $"api/health/live?{number}", $"{name}/{number}"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("User-Agent", number);
            request.Headers.TryAddWithoutValidation("traceparent", $"00-{HostileTrace}-b7ad6b7169203331-01");
            request.Headers.TryAddWithoutValidation("tracestate", $"x={number}");
            request.Headers.TryAddWithoutValidation("baggage", $"child={Uri.EscapeDataString(name)}");
            request.Headers.TryAddWithoutValidation("Idempotency-Key", number);
            request.Headers.Host = $"{number}.example";
            await service.Http.AskAsync(request);
        }
        await service.Parent(Families[0]).PostAsync($"{{\"child\": \"{name}");
        using var callback = new HttpRequestMessage(HttpMethod.Post, $"api/callbacks/{name}") { Content = new StringContent(number) };
        await service.Http.AskAsync(callback);
        await service.Hand.SendAsync(VerificationQueues.Plan + VerificationQueues.Poison, BinaryData.FromString($"\"{name}\""));
        var loggers = service.Get<ILoggerFactory>();
        loggers.CreateLogger("Enrollment.Rude").LogError(new InvalidDataException(name, new FormatException(number)), "Function {Function} failed", "Rude");
        loggers.CreateLogger("Microsoft.Rude").LogError("Nothing at {Path}", name);
    }
}
