using System.Reflection;
using System.Text.Json;
using Enrollment.LocalHost.Admin;
using Enrollment.LocalHost.Http;
using Enrollment.LocalHost.Invocation;
using Enrollment.LocalHost.Queues;
using Enrollment.LocalHost.Storage;
using Enrollment.LocalHost.Timers;
using Enrollment.Settings;
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

    private readonly WebApplicationBuilder _web;
    private readonly IReadOnlyList<Type> _functionTypes;

    internal LocalHostApplicationBuilder(string[] args, Assembly app, IReadOnlyList<Type> functionTypes)
    {
        _functionTypes = functionTypes;
        _web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = app.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Production,
        });
        _web.Configuration.Sources.Insert(0, new HostJsonSource { Path = "host.json", Optional = false });
        _web.Services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    public IHost Build()
    {
        var faults = new List<SettingFault>();
        var settings = HostSettings.From(Configuration, faults);
        foreach (var fault in faults)
            Services.AddSettingFault(fault);
        var catalog = FunctionCatalog.Of(_functionTypes);
        AddHost(settings, catalog);
        _web.WebHost.ConfigureKestrel(ServerLimits.Apply);
        var app = _web.Build();
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
