using Enrollment.DevCluster.Azurite;
using Enrollment.Functions.Platform.Storage;
using Enrollment.LocalHost;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Support;

/// <summary>How a test wants its service.</summary>
internal sealed record ServiceOptions
{
    /// <summary>Whether the host runs queues and timers; if not, the test does, through <see cref="Service.Hand"/>.</summary>
    public bool IsPumping { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether text messages and calls leave it, for the simulator's gateway.</summary>
    public bool SendsNotices { get; init; }

    /// <summary>The storage account to share with another service; null for one of its own.</summary>
    public AzuriteAccount? Account { get; init; }

    /// <summary>Settings added to the usual ones, with colons.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Action<LocalHostApplicationBuilder>? Configure { get; init; }

    /// <summary>A service whose way to tables and queues a test can cut.</summary>
    public static ServiceOptions Over(Cable tables, Cable queues) => new()
    {
        Configure = builder =>
        {
            builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(tables.Handler);
            builder.Services.AddHttpClient(StorageClients.QueuesHttpClient).AddHttpMessageHandler(queues.Handler);
        },
    };
}
