using Azure.Storage.Blobs;
using Enrollment.DepartmentSimulator;
using Enrollment.DepartmentSimulator.Files;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Hosts;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Platform.Telemetry;
using Enrollment.LocalHost;
using Enrollment.LocalHost.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ClusterSettings = Enrollment.DevCluster.Hosts.HostSettings;

namespace Enrollment.Functions.Tests.Support;

/// <summary>The function app in this process through the local host, on a storage account and departments of its own.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication _simulator;
    private readonly IHost _host;

    private Service(WebApplication simulator, IHost host, AzuriteAccount account, CollectingLogs logs, TimeProvider clock)
    {
        (_simulator, _host, Account, Logs) = (simulator, host, account, logs);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = AddressOf(host.Services) };
        Departments = new SimulatorControl(new Uri(simulator.Urls.Single()));
        Stored = new StoredState(account);
        Hand = new HandPump(host.Services, account);
        Voice = new DepartmentVoice(simulator.Services.GetRequiredService<Offices>(), Http, clock);
    }

    public AzuriteAccount Account { get; }

    public HttpClient Http { get; }

    /// <summary>Switches the departments' behavior.</summary>
    public SimulatorControl Departments { get; }

    /// <summary>Speaks to the service as a department does.</summary>
    public DepartmentVoice Voice { get; }

    /// <summary>What is in tables and queues.</summary>
    public StoredState Stored { get; }

    /// <summary>Runs queues and timers where the host does not.</summary>
    public HandPump Hand { get; }

    public CollectingLogs Logs { get; }

    public FamilyPool Families { get; } = new();

    public static async Task<Service> StartAsync(ServiceOptions options)
    {
        var account = options.Account ?? (await AzuriteProcess.SharedAsync()).NextAccount();
        var simulator = SimulatorApplication.Create([.. SimulatorArguments()], options.Clock);
        await simulator.StartAsync();
        var logs = new CollectingLogs();
        var host = Build(options, account, new Uri(simulator.Urls.Single()), logs);
        await host.StartAsync();
        var service = new Service(simulator, host, account, logs, options.Clock);
        await service.Departments.CallBackToAsync(service.Http.BaseAddress!);
        return service;
    }

    /// <summary>Every department's night: takes up the files of questions that lie there and puts down its answers.</summary>
    public async Task AnswerFilesAsync()
    {
        var files = new BlobServiceClient(Account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(DepartmentFiles.Container);
        await Task.WhenAll(await _simulator.Services.GetRequiredService<FileExchange>().LookAsync(files, CancellationToken.None));
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public Parent Parent(string story) => Parent(Families.Next(story));

    public Parent Parent(DemoFamily family) => new(Http, family);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Departments.Dispose();
        await _host.StopAsync();
        _host.Dispose();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
    }

    private static IHost Build(ServiceOptions options, AzuriteAccount account, Uri departments, CollectingLogs logs)
    {
        string[] arguments = ["--urls", "http://127.0.0.1:0"];
        var app = typeof(SubmitApplication).Assembly;
        var builder = options.IsPumping ? LocalHostApplication.CreateBuilder(arguments, app) : LocalHostApplication.CreateBuilder(arguments, HttpFunctionsOf(app.GetTypes()));
        foreach (var (name, value) in ClusterSettings.Functions(account.ConnectionString, departments))
            builder.Configuration[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        if (options.SendsNotices)
        {
            foreach (var (name, value) in ClusterSettings.Notices(departments))
                builder.Configuration[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        }
        foreach (var (name, value) in options.Settings)
            builder.Configuration[name] = value;
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton(options.Clock);
        // As Program.cs does.
        builder.AddTelemetry();
        builder.Services.AddCapabilities(builder.Configuration);
        options.Configure?.Invoke(builder);
        return builder.Build();
    }

    private static Type[] HttpFunctionsOf(Type[] types) =>
        [.. FunctionCatalog.Of(types).With<FunctionTrigger.Http>().Select(function => function.Method.DeclaringType!).Distinct()];

    private static IEnumerable<string> SimulatorArguments() => ClusterSettings.Simulator(Repository.PathOf("seeds"))
        .Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}")
        .Append("--urls=http://127.0.0.1:0");

    private static Uri AddressOf(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
