using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost.Http;

/// <summary>HTTP, as in host.json.</summary>
internal sealed record HttpSettings
{
    public const string Path = $"{HostSettings.Section}:extensions:http";
    public const int Unlimited = -1;

    /// <summary>What precedes every route.</summary>
    [ConfigurationKeyName("routePrefix")]
    public string RoutePrefix { get; init; } = "api";

    /// <summary>Requests under way and waiting; what is over gets 429. -1: no bound.</summary>
    [ConfigurationKeyName("maxOutstandingRequests"), Range(Unlimited, int.MaxValue), Setting(Unit = "requests")]
    public int MaxOutstandingRequests { get; init; } = Unlimited;

    /// <summary>Requests under way. -1: no bound.</summary>
    [ConfigurationKeyName("maxConcurrentRequests"), Range(Unlimited, int.MaxValue), Setting(Unit = "requests")]
    public int MaxConcurrentRequests { get; init; } = Unlimited;

    /// <summary>Headers of every answer, by name.</summary>
    [ConfigurationKeyName("customHeaders")]
    public Dictionary<string, string> CustomHeaders { get; init; } = new(StringComparer.OrdinalIgnoreCase);
}
