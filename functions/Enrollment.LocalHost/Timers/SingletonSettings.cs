using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost.Timers;

/// <summary>The locks of timers, as in host.json.</summary>
internal sealed record SingletonSettings
{
    public const string Path = $"{HostSettings.Section}:singleton";

    /// <summary>How long a lock lasts unless renewed: a killed host's timers rest as long.</summary>
    [ConfigurationKeyName("listenerLockPeriod"), Range(typeof(TimeSpan), "00:00:15", "00:01:00")]
    public TimeSpan ListenerLockPeriod { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a host without the lock asks for it.</summary>
    [ConfigurationKeyName("listenerLockRecoveryPollingInterval"), Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan ListenerLockRecoveryPollingInterval { get; init; } = TimeSpan.FromSeconds(60);
}
