using Enrollment.LocalHost.Http;
using Enrollment.LocalHost.Queues;
using Enrollment.LocalHost.Timers;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost;

/// <summary>What host.json and the section LocalHost say.</summary>
internal sealed record HostSettings
{
    public const string Section = "AzureFunctionsJobHost";

    public HttpSettings Http { get; init; } = new();

    public QueueSettings Queues { get; init; } = new();

    public SingletonSettings Singleton { get; init; } = new();

    public LocalHostOptions Local { get; init; } = new();

    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    public static HostSettings From(IConfiguration configuration)
    {
        var host = configuration.GetSection(Section);
        if (host.GetValue<bool>("concurrency:dynamicConcurrencyEnabled"))
            throw new InvalidOperationException("host.json: dynamic concurrency is not imitated by the local host.");
        return new HostSettings
        {
            Http = host.GetSection("extensions:http").Get<HttpSettings>() ?? new HttpSettings(),
            Queues = (host.GetSection("extensions:queues").Get<QueueSettings>() ?? new QueueSettings()).Checked(),
            Singleton = (host.GetSection("singleton").Get<SingletonSettings>() ?? new SingletonSettings()).Checked(),
            Local = configuration.GetSection("LocalHost").Get<LocalHostOptions>() ?? new LocalHostOptions(),
            FunctionTimeout = Timeout(host["functionTimeout"]),
        };
    }

    private static TimeSpan Timeout(string? text) => text switch
    {
        null => TimeSpan.FromMinutes(30),
        "-1" => System.Threading.Timeout.InfiniteTimeSpan,
        _ => TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
    };
}
