using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Applications;

internal static class ApplicationsRegistration
{
    public static IServiceCollection AddApplications(this IServiceCollection services, IConfiguration configuration)
    {
        var isDevelopment = string.Equals(configuration["AZURE_FUNCTIONS_ENVIRONMENT"], "Development", StringComparison.Ordinal);
        services.AddSettings<SubmissionOptions>(configuration, SubmissionOptions.Section)
            .Configure(options => options.AllowSynthetic = isDevelopment)
            .Validate(options => isDevelopment || !options.EveryDayIsOpen,
                "Submission__EveryDayIsOpen: is refused outside AZURE_FUNCTIONS_ENVIRONMENT=Development: parents apply in the windows of the policy");
        return services
            .AddCorrecting(configuration)
            .AddSingleton(new TableName(ApplicationStore.Table))
            .AddSingleton(new TableName(ChildClaims.Table))
            .AddSingleton(new TableName(GuardianIndex.Table))
            .AddSingleton<StoredJson>()
            .AddSingleton<ApplicationStore>()
            .AddSingleton<ApplicationCommits>()
            .AddSingleton<ApplicationTurns>()
            .AddSingleton<ChildClaims>()
            .AddSingleton<GuardianIndex>()
            .AddSingleton<SubmissionReader>()
            .AddSingleton<CallerApplications>();
    }
}
