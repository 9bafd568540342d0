using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Platform.Telemetry;
using Enrollment.Settings;
using Enrollment.Settings.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Platform;

internal static class PlatformRegistration
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CallerOptions>(configuration, CallerOptions.Section)
            .Validate(options => options.MayRunIn(configuration["AZURE_FUNCTIONS_ENVIRONMENT"]),
                "Callers__Issuer: is the development issuer outside AZURE_FUNCTIONS_ENVIRONMENT=Development, and everybody knows its key");
        services.AddSettings<PersonalDataOptions>(configuration, PersonalDataOptions.Section);
        services.AddSettings<TelemetryOptions>(configuration, TelemetryOptions.Section);
        services.AddSettings<CloudOptions>(configuration, CloudOptions.Section);
        // The Functions host reads more of this section than we do.
        services.AddSettings<StorageOptions>(configuration, StorageOptions.Section, allowsOthers: true)
            .Configure(options => options.ConnectionString = configuration[StorageOptions.Section]);
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorageClient(StorageClients.TablesHttpClient, "table");
        services.AddStorageClient(StorageClients.QueuesHttpClient, "queue");
        services.AddStorageClient(StorageClients.BlobsHttpClient, "blob");
        services.AddHostedService<StorageSetup>();
        return services
            .AddSingleton(provider => new StorageAccount(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<IOptions<CloudOptions>>().Value))
            .AddSingleton<StorageClients>()
            .AddSingleton<WorkQueues>()
            .AddSingleton<DueRows>()
            .AddSingleton<CallerTokens>()
            .AddSingleton<FieldCipher>()
            .AddSingleton<BlindIndex>();
    }

    private static void AddStorageClient(this IServiceCollection services, string client, string service) => services.AddHttpClient(client)
        .ConfigurePrimaryHttpMessageHandler((handler, _) =>
        {
            // StorageTelemetry names its own spans: an address would tell keys of rows.
            if (handler is SocketsHttpHandler sockets)
                sockets.ActivityHeadersPropagator = null;
        })
        .AddHttpMessageHandler(() => new StorageTelemetry(service))
        .RemoveAllLoggers();
}
