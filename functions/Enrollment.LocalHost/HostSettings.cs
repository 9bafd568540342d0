using Enrollment.LocalHost.Http;
using Enrollment.LocalHost.Queues;
using Enrollment.LocalHost.Timers;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost;

/// <summary>What host.json and the section LocalHost say.</summary>
internal sealed record HostSettings
{
    public const string Section = "AzureFunctionsJobHost";
    private const string Dynamic = "concurrency:dynamicConcurrencyEnabled";

    public HttpSettings Http { get; init; } = new();

    public QueueSettings Queues { get; init; } = new();

    public SingletonSettings Singleton { get; init; } = new();

    public LocalHostOptions Local { get; init; } = new();

    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Reads them; what is wrong is noted and has its default.</summary>
    public static HostSettings From(IConfiguration configuration, ICollection<SettingFault> faults)
    {
        var host = configuration.GetSection(Section);
        if (string.Equals(host[Dynamic], "true", StringComparison.OrdinalIgnoreCase))
            faults.Add(new SettingFault(NameOf(Dynamic), "is not imitated by the local host"));
        return new HostSettings
        {
            Http = configuration.ReadSettings<HttpSettings>(HttpSettings.Path, faults, allowsOthers: true),
            Queues = configuration.ReadSettings<QueueSettings>(QueueSettings.Path, faults, allowsOthers: true),
            Singleton = configuration.ReadSettings<SingletonSettings>(SingletonSettings.Path, faults, allowsOthers: true),
            Local = configuration.ReadSettings<LocalHostOptions>(LocalHostOptions.Section, faults),
            FunctionTimeout = Timeout(host["functionTimeout"], faults),
        };
    }

    private static TimeSpan Timeout(string? text, ICollection<SettingFault> faults)
    {
        if (text is null or "-1")
            return text is null ? TimeSpan.FromMinutes(30) : System.Threading.Timeout.InfiniteTimeSpan;
        if (TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var timeout))
            return timeout;
        faults.Add(new SettingFault(NameOf("functionTimeout"), "is neither -1 nor a time like 00:30:00"));
        return TimeSpan.FromMinutes(30);
    }

    private static string NameOf(string key) => SettingProperties.NameOf($"{Section}:{key}");
}
