using System.Collections.Concurrent;
using Enrollment.DevCluster.Demo;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Tests.Verification;

/// <summary>One season for all classes that look at it.</summary>
[CollectionDefinition(SeasonFixture.Season)]
public sealed class SeasonCollection : ICollectionFixture<SeasonFixture>;

/// <summary>One family of every story applies at once, through the local host's own queues, with a season's days made seconds.</summary>
public sealed class SeasonFixture : IAsyncLifetime
{
    internal const string Season = "season";

    private const int AtOnce = 8;

    private static readonly Dictionary<string, string> Quick = new(StringComparer.Ordinal)
    {
        ["Verification:FirstDue"] = "00:00:05",
        ["Verification:RetryAfter:0"] = "00:00:00.500",
        ["Verification:GiveUpAfter"] = "00:00:04",
        ["Verification:CallbackDeadline"] = "00:00:03",
        ["Verification:RecheckEvery"] = "00:00:03",
        ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.500",
        ["Logging:LogLevel:Default"] = "Trace",
    };

    private Service? _service;

    internal Service Service => _service!;

    internal Recorder Recorder { get; } = new();

    internal IReadOnlyList<DemoFamily> Families { get; } = [.. FamilyPool.OneOfEachStory];

    /// <summary>How each family's application stands, by the family's number.</summary>
    internal ConcurrentDictionary<int, Ending> Endings { get; } = new();

    /// <summary>Each family's application, by the family's number.</summary>
    internal ConcurrentDictionary<int, string> Ids { get; } = new();

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(new ServiceOptions
        {
            IsPumping = true,
            Settings = Quick,
            Configure = builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Trace);
                builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(Recorder.Handler);
                builder.Services.AddHttpClient(StorageClients.QueuesHttpClient).AddHttpMessageHandler(Recorder.Handler);
            },
        });
        await Parallel.ForEachAsync(Families, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (family, _) =>
            Ids[family.Number] = await Service.Parent(family).ApplyAsync());
        await Until.TrueAsync(async () =>
        {
            // The sweep's own quarter of a minute is tested with the timers; here it comes as often as we look.
            await Service.Hand.SweepAsync();
            await LookAsync(Ids);
            return Families.All(family => Endings[family.Number] == family.Truth);
        });
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        Recorder.Dispose();
    }

    private Task LookAsync(ConcurrentDictionary<int, string> ids) => Parallel.ForEachAsync(
        Families.Where(family => !Endings.TryGetValue(family.Number, out var ending) || ending != family.Truth),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (family, _) => Endings[family.Number] = Ending.Read((await Service.Parent(family).GetAsync(ids[family.Number])).Json));
}
