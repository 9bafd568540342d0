using Enrollment.Functions.Platform.Storage;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Review;

internal static class ReviewRegistration
{
    public static IServiceCollection AddReview(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ReviewOptions>(configuration, ReviewOptions.Section);
        return services
            .AddSingleton(new TableName(WorkList.Table))
            .AddSingleton(new TableName(AccessLog.Table))
            .AddSingleton<WorkList>()
            .AddSingleton<WorkListRepair>()
            .AddSingleton<WorkListPages>()
            .AddSingleton<AccessLog>()
            .AddSingleton<ReviewCases>()
            .AddSingleton<ReviewCommits>();
    }
}
