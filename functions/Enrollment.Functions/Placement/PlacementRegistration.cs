using Enrollment.Files.Exports;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Placement;

internal static class PlacementRegistration
{
    public static IServiceCollection AddPlacement(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<PublicationOptions>(configuration, PublicationOptions.Section)
            .Validate(options => options.MayRunIn(configuration["AZURE_FUNCTIONS_ENVIRONMENT"]),
                "Placement__PublicBaseUrl: is not https outside AZURE_FUNCTIONS_ENVIRONMENT=Development, and gets printed on paper");
        return services
            .AddSingleton(new TableName(PlacementNames.Table))
            .AddSingleton(new TableName(OpenDraws.Table))
            .AddSingleton(new ContainerName(PlacementNames.Container))
            .AddSingleton(new QueueName(PlacementNames.Queue))
            .AddSingleton(new QueueName(PlacementNames.Poison))
            .AddSingleton<CeremonyColumns>()
            .AddSingleton<PlacementRow>()
            .AddSingleton<PlacementStore>()
            .AddSingleton<PlacementFiles>()
            .AddSingleton<PublishedPlacement>()
            .AddSingleton<PlacementLinks>()
            .AddSingleton(provider => PostingFont.Load(provider.GetRequiredService<IOptions<PublicationOptions>>().Value.PostingFont)!)
            .AddSingleton<IQueueSteps, DrawQueueSteps>()
            .AddSingleton<OpenDraws>()
            .AddSingleton<DrawProgress>()
            .AddSingleton<CeremonyActions>();
    }
}
