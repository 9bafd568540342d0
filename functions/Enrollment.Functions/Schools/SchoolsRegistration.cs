using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Schools.Demand;
using Enrollment.Functions.Schools.FollowUps;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Schools;

internal static class SchoolsRegistration
{
    public static IServiceCollection AddSchools(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<SupplyOptions>(configuration, SupplyOptions.Section);
        return services
            .AddSingleton(new TableName(PlaceLockStore.Table))
            .AddSingleton(new TableName(SeatClaims.Table))
            .AddSingleton(new TableName(FollowUpStore.Table))
            .AddSingleton<BureauCallers>()
            .AddSingleton<PlaceLockStore>()
            .AddSingleton<PlaceLocks>()
            .AddSingleton<SeatClaims>()
            .AddSingleton<FollowUpStore>()
            .AddSingleton<LiveApplications>()
            .AddSingleton<SupplyFolder>();
    }
}
