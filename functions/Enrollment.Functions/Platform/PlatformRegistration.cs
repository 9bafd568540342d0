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
        services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(() => new StorageTelemetry("table")).RemoveAllLoggers();
        services.AddHttpClient(StorageClients.QueuesHttpClient).AddHttpMessageHandler(() => new StorageTelemetry("queue")).RemoveAllLoggers();
        services.AddHttpClient(StorageClients.BlobsHttpClient).AddHttpMessageHandler(() => new StorageTelemetry("blob")).RemoveAllLoggers();
        services.AddHostedService<StorageSetup>();
        return services
            .AddSingleton<StorageClients>()
            .AddSingleton<WorkQueues>()
            .AddSingleton<DueRows>()
            .AddSingleton<CallerTokens>()
            .AddSingleton<FieldCipher>()
            .AddSingleton<BlindIndex>();
    }
}
