using Enrollment.DevCluster.Azurite;
using Enrollment.LocalHost;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Tests.LocalHost.Support;

/// <summary>A local _host in this process on a free port, with the functions a test names.</summary>
internal sealed class LocalHostFixture : IAsyncDisposable
{
    private readonly IHost _host;

    private LocalHostFixture(IHost host)
    {
        _host = host;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Client = new HttpClient { BaseAddress = new Uri(addresses!.Addresses.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<LocalHostFixture> StartAsync(
        Type function, Action<LocalHostApplicationBuilder>? configure = null, AzuriteAccount? account = null)
    {
        var builder = LocalHostApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"], function);
        builder.Logging.ClearProviders();
        builder.Configuration["AzureWebJobsStorage"] = account?.ConnectionString;
        configure?.Invoke(builder);
        var started = builder.Build();
        await started.StartAsync();
        return new LocalHostFixture(started);
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
