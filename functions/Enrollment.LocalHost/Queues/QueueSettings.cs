using System.ComponentModel.DataAnnotations;
using Azure.Storage.Queues;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost.Queues;

/// <summary>Queue triggers, as in host.json.</summary>
internal sealed record QueueSettings
{
    public const string Path = $"{HostSettings.Section}:extensions:queues";

    // fixed in the queue extension; host.json cannot change them
    public static readonly TimeSpan Invisibility = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);
    public const int MaxBatchSize = 32;

    private readonly int? _newBatchThreshold;

    /// <summary>Messages fetched at once.</summary>
    [ConfigurationKeyName("batchSize"), Range(1, MaxBatchSize), Setting(Unit = "messages")]
    public int BatchSize { get; init; } = 16;

    /// <summary>Messages in flight down to which the next are fetched.</summary>
    [ConfigurationKeyName("newBatchThreshold"), Range(0, int.MaxValue), Setting(Unit = "messages")]
    public int NewBatchThreshold
    {
        get => _newBatchThreshold ?? BatchSize / 2 * Environment.ProcessorCount;
        init => _newBatchThreshold = value;
    }

    /// <summary>Attempts before a message goes to the poison queue.</summary>
    [ConfigurationKeyName("maxDequeueCount"), Range(1, int.MaxValue), Setting(Unit = "attempts")]
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a failed message waits for its next attempt.</summary>
    [ConfigurationKeyName("visibilityTimeout")]
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between polls of an empty queue.</summary>
    [ConfigurationKeyName("maxPollingInterval"), Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How messages are written: `base64` or `none`.</summary>
    [ConfigurationKeyName("messageEncoding")]
    public QueueMessageEncoding MessageEncoding { get; init; } = QueueMessageEncoding.Base64;
}
