using System.Reflection;
using System.Text.Json;
using Enrollment.LocalHost.Admin;
using Enrollment.LocalHost.Http;
using Enrollment.LocalHost.Invocation;
using Enrollment.LocalHost.Queues;
using Enrollment.LocalHost.Storage;
using Enrollment.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost;

/// <summary>Has of FunctionsApplicationBuilder's surface what an app needs that uses nothing of the worker.</summary>
public sealed class LocalHostApplicationBuilder : IHostApplicationBuilder
{
    private static readonly TimeSpan TimeToReleaseLeases = TimeSpan.FromSeconds(10);

    private readonly WebApplicationBuilder web;
    private readonly IReadOnlyList<Type> functionTypes;

    internal LocalHostApplicationBuilder(string[] args, Assembly app, IReadOnlyList<Type> functionTypes)
    {
        this.functionTypes = functionTypes;
        web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = app.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Production,
        });
        web.Configuration.Sources.Insert(0, new HostJsonSource { Path = "host.json", Optional = false });
        web.Services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    public ConfigurationManager Configuration => web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IServiceCollection Services => web.Services;

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    public IHost Build()
    {
        var settings = HostSettings.From(Configuration);
        var catalog = FunctionCatalog.Of(functionTypes);
        AddHost(settings, catalog);
        web.WebHost.ConfigureKestrel(ServerLimits.Apply);
        var app = web.Build();
        app.Use((context, next) =>
        {
            foreach (var (name, value) in settings.Http.CustomHeaders)
                context.Response.Headers[name] = value;
            return next(context);
        });
        app.Use(app.Services.GetRequiredService<HttpThrottle>().InvokeAsync);
        app.MapHttpFunctions(catalog, settings.Http.RoutePrefix, app.Services.GetRequiredService<HttpInvoker>());
        if (Environment.IsDevelopment())
            app.MapAdmin(catalog, app.Services.GetRequiredService<CounterListener>());
        return app;
    }

    private void AddHost(HostSettings settings, FunctionCatalog catalog)
    {
        Services.TryAddSingleton(TimeProvider.System);
        Services.AddSingleton(settings).AddSingleton(catalog).AddSingleton<Drain>();
        Services.AddSingleton<StorageConnections>().AddSingleton<FunctionRunner>().AddSingleton<CounterListener>();
        Services.AddSingleton(new HttpThrottle(settings.Http)).AddSingleton<HttpInvoker>();
        Services.AddSingleton<QueueListenerFactory>().AddHostedService<QueuePump>();
        Services.AddSingleton<TimerListenerFactory>().AddHostedService<TimerPump>();
        Services.Configure<HostOptions>(options =>
        {
            // HTTP, queues and timers drain side by side, within one bound
            options.ServicesStopConcurrently = true;
            options.ShutdownTimeout = settings.Local.DrainTimeout + TimeToReleaseLeases;
        });
    }
}
