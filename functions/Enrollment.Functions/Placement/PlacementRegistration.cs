using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Placement;

internal static class PlacementRegistration
{
    public static IServiceCollection AddPlacement(this IServiceCollection services) => services
        .AddSingleton(new TableName(PlacementNames.Table))
        .AddSingleton(new TableName(OpenDraws.Table))
        .AddSingleton(new ContainerName(PlacementNames.Container))
        .AddSingleton(new QueueName(PlacementNames.Queue))
        .AddSingleton(new QueueName(PlacementNames.Poison))
        .AddSingleton<PlacementRow>()
        .AddSingleton<PlacementStore>()
        .AddSingleton<PlacementFiles>()
        .AddSingleton<PublishedPlacement>()
        .AddSingleton<OpenDraws>()
        .AddSingleton<DrawProgress>()
        .AddSingleton<CeremonyActions>();
}
