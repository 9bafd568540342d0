using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enrollment.Functions.Platform;

internal static class PlatformRegistration
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CallerOptions>()
            .Bind(configuration.GetSection(CallerOptions.Section))
            .ValidateDataAnnotations()
            .Validate(options => options.MayRunIn(configuration["AZURE_FUNCTIONS_ENVIRONMENT"]),
                "The development issuer is refused outside AZURE_FUNCTIONS_ENVIRONMENT=Development: everybody knows its key.")
            .ValidateOnStart();
        services.AddOptions<PersonalDataOptions>()
            .Bind(configuration.GetSection(PersonalDataOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorageClient(StorageClients.TablesHttpClient, "table");
        services.AddStorageClient(StorageClients.QueuesHttpClient, "queue");
        services.AddStorageClient(StorageClients.BlobsHttpClient, "blob");
        services.AddHostedService<StorageSetup>();
        return services
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
