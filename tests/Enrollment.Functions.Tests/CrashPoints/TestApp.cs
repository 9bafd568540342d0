using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Hosts;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Callbacks;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>
/// The function app's own services on real Azurite, its functions invoked one at a time by the test in place of a host: a message
/// whose invocation dies stays invisible, as the platform keeps it for ten minutes.
/// </summary>
internal sealed class TestApp : IAsyncDisposable
{
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(10);

    private readonly ServiceProvider _services;
    private readonly QueueServiceClient _queues;

    private TestApp(ServiceProvider services, string connectionString) =>
        (_services, _queues) = (services, new QueueServiceClient(connectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }));

    public required CallSites Sites { get; init; }

    public ApplicationStore Applications => _services.GetRequiredService<ApplicationStore>();

    public ApplicationCommits Commits => _services.GetRequiredService<ApplicationCommits>();

    public GuardianIndex Guardians => _services.GetRequiredService<GuardianIndex>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public BlindIndex Index => _services.GetRequiredService<BlindIndex>();

    public static async Task<TestApp> StartAsync(AzuriteAccount account, Uri departments, TimeProvider time, CallSites sites, CallbackDesk? desk,
        IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = HostSettings.Functions(account.ConnectionString, departments)
            .ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => (string?)s.Value, StringComparer.Ordinal);
        settings["Verification:CallbackDeadline"] = "00:00:30";
        foreach (var (name, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal))
            settings[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(time);
        services.AddCapabilities(configuration);
        services.ConfigureHttpClientDefaults(clients => clients.ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Add(new InjectingHandler(sites, desk))));
        var app = new TestApp(services.BuildServiceProvider(), account.ConnectionString) { Sites = sites };
        foreach (var starting in app._services.GetServices<IHostedService>())
            await starting.StartAsync(CancellationToken.None);
        return app;
    }

    public Task<(int Status, JsonElement Body)> SubmitAsync(string form, string token) => HttpAsync("SubmitApplication", form,
        [("Authorization", $"Bearer {token}"), ("Content-Type", "application/json"), ("Idempotency-Key", "\"crash\"")], request => Create<SubmitApplication>().RunAsync(request, CancellationToken.None));

    public Task<(int Status, JsonElement Body)> CallBackAsync(string department, string body, IEnumerable<(string Name, string Value)> signature) =>
        HttpAsync("ReceiveCallback", body, [("Content-Type", "application/json"), .. signature],
            request => Create<ReceiveCallback>().RunAsync(request, department, CancellationToken.None));

    /// <summary>Asks an HTTP function, as its host would.</summary>
    public Task<(int Status, JsonElement Body)> AskAsync<T>(string body, string contentType, string token, Func<T, HttpRequest, Task<IResult>> run, string query = "",
        string? ifMatch = null) =>
        HttpAsync(typeof(T).Name, body, [("Authorization", $"Bearer {token}"), ("Content-Type", contentType), .. ifMatch is null ? [] : new[] { ("If-Match", ifMatch) }], request =>
        {
            request.QueryString = new QueryString(query);
            return run(Create<T>(), request);
        });

    /// <summary>A placement's public record, as it would be published.</summary>
    public async Task<string> RecordAsync(string school, string run)
    {
        var placement = await _services.GetRequiredService<PlacementStore>().FindAsync(school, run, CancellationToken.None);
        var record = await _services.GetRequiredService<PublishedPlacement>().RecordAsync(placement!, forAuditor: false, CancellationToken.None);
        return Encoding.UTF8.GetString(record!.ToJson());
    }

    /// <summary>Runs a timer's function.</summary>
    public Task TickAsync<T>(Func<T, Task> run) => Sites.InvokeAsync(typeof(T).Name, async () =>
    {
        await run(Create<T>());
        return true;
    });

    public Task SweepAsync() => Sites.InvokeAsync("Sweep", async () =>
    {
        await Create<Sweep>().RunAsync(new TimerInfo(), CancellationToken.None);
        return true;
    });

    /// <summary>Runs every message that is visible, and those they bring, until no queue has one.</summary>
    public Task DrainAsync(Func<string, bool>? isLost = null) => DrainAsync(VerificationQueues.All, isLost);

    public async Task DrainAsync(IReadOnlyList<string> queues, Func<string, bool>? isLost = null)
    {
        for (var any = true; any;)
        {
            any = false;
            foreach (var queue in queues)
            {
                foreach (var message in (await _queues.GetQueueClient(queue).ReceiveMessagesAsync(32, Invisible)).Value)
                {
                    any = true;
                    if (isLost?.Invoke(queue) is not true)
                        await RunAsync(queue, message);
                }
            }
        }
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private async Task RunAsync(string queue, QueueMessage message)
    {
        try
        {
            await Sites.InvokeAsync(NameOf(queue), async () =>
            {
                await DispatchAsync(queue, message.Body.ToString());
                return true;
            });
            await _queues.GetQueueClient(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
        catch (ProcessDiedException)
        {
            // The message stays invisible for ten minutes; the sweep must not need it.
        }
    }

    private static string NameOf(string queue) => queue switch
    {
        VerificationQueues.Plan => nameof(PlanVerification),
        VerificationQueues.Callbacks => nameof(ApplyCallback),
        PlacementNames.Queue => nameof(DrawPlacement),
        AdmissionNames.Queue => nameof(AdvanceRound),
        EvidenceQueues.Scans => nameof(ScanEvidence),
        NoticeQueues.Notices => nameof(DeliverNotices),
        _ => "CheckWith",
    };

    private Task DispatchAsync(string queue, string body) => queue switch
    {
        VerificationQueues.Plan => Create<PlanVerification>().RunAsync(Read<StepMessage>(body), CancellationToken.None),
        AdmissionNames.Queue => Create<AdvanceRound>().RunAsync(Read<RoundMessage>(body), CancellationToken.None),
        PlacementNames.Queue => Create<DrawPlacement>().RunAsync(Read<DrawMessage>(body), CancellationToken.None),
        EvidenceQueues.Scans => Create<ScanEvidence>().RunAsync(Read<StepMessage>(body), CancellationToken.None),
        NoticeQueues.Notices => Create<DeliverNotices>().RunAsync(Read<StepMessage>(body), CancellationToken.None),
        VerificationQueues.Callbacks => Create<ApplyCallback>().RunAsync(Read<CallbackMessage>(body), CancellationToken.None),
        _ => _services.GetRequiredService<DepartmentCheck>().RunAsync(
            Enum.GetValues<Domain.Verification.Department>().Single(d => VerificationQueues.Of(d) == queue), Read<StepMessage>(body), CancellationToken.None),
    };

    private static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web)!;

    private T Create<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    private async Task<(int Status, JsonElement Body)> HttpAsync(string function, string body, IEnumerable<(string Name, string Value)> headers,
        Func<HttpRequest, Task<IResult>> run)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var context = new DefaultHttpContext { RequestServices = _services };
        (context.Request.Method, context.Request.Body, context.Request.ContentLength) = ("POST", new MemoryStream(bytes), bytes.Length);
        foreach (var (name, value) in headers)
            context.Request.Headers[name] = value;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        var result = await Sites.InvokeAsync(function, () => run(context.Request));
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, answer.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(answer.ToArray()));
    }
}
