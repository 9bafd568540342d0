using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Applications.Drafts;
using Enrollment.Functions.Applications.DryRuns;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Applications.Siblings;
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
            .AddSingleton<CallerApplications>()
            .AddBeforeApplying(configuration)
            .AddSingleton(new TableName(SiblingIndex.Table))
            .AddSingleton<SiblingIndex>()
            .AddSingleton<SiblingRepair>()
            .AddSingleton<SiblingWishes>()
            .AddSingleton<FamilySiblings>();
    }

    // Prefilled forms, drafts and dry runs: what a parent does before there is an application.
    private static IServiceCollection AddBeforeApplying(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<LookupOptions>(configuration, LookupOptions.Section);
        services.AddSettings<DraftOptions>(configuration, DraftOptions.Section);
        services.AddSettings<DryRunOptions>(configuration, DryRunOptions.Section);
        foreach (var table in new[] { LookupRow.Table, DraftStore.Table, DryRunStore.Table, DeletionReceipts.Table })
            services.AddSingleton(new TableName(table));
        return services
            .AddSingleton<FormCheck>()
            .AddSingleton<PrefillReader>()
            .AddSingleton<Lookups>()
            .AddSingleton<DeletionReceipts>()
            .AddSingleton<DraftStore>()
            .AddSingleton<DraftReader>()
            .AddSingleton<DryRunStore>()
            .AddSingleton<DryRunReader>()
            .AddSingleton<DryRunCheck>()
            .AddSingleton<ExpiryReport>();
    }
}
