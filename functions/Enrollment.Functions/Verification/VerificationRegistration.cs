using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification.Callbacks;
using Enrollment.Functions.Verification.Files;
using Enrollment.Functions.Verification.Recovery;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Verification;

internal static class VerificationRegistration
{
    public static IServiceCollection AddVerification(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<VerificationOptions>(configuration, VerificationOptions.Section);
        services.AddSettings<PolicyOptions>(configuration, PolicyOptions.Section);
        QueueReaders.Require(VerificationQueues.All.SelectMany(queue => new[] { queue, queue + VerificationQueues.Poison }), typeof(VerificationRegistration).Assembly);
        foreach (var queue in VerificationQueues.All)
            services.AddSingleton(new QueueName(queue)).AddSingleton(new QueueName(queue + VerificationQueues.Poison));
        foreach (var table in new[] { DueRows.Table, CallbackInbox.Table, DeadLetters.Table, ReconciliationReports.Table, PolicyVersions.Table, FileQuestions.Table, ReadFiles.Table })
            services.AddSingleton(new TableName(table));
        services.AddSingleton(new ContainerName(DepartmentFiles.Container));
        // after StorageSetup, which makes its table
        services.AddHostedService(provider => provider.GetRequiredService<PolicyVersions>());
        return services
            .AddSingleton<Policies>()
            .AddSingleton<PolicyVersions>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<VerificationOptions>>().Value.Schedule with
            {
                Notices = provider.GetRequiredService<IOptions<NoticeOptions>>().Value.Schedule,
            })
            .AddSingleton<VerificationSteps>()
            .AddSingleton<AnswerRecorder>()
            .AddSingleton<DepartmentCheck>()
            .AddSingleton<CallbackReader>()
            .AddSingleton<CallbackInbox>()
            .AddSingleton<CallbackIntake>()
            .AddSingleton<DepartmentQuestions>()
            .AddSingleton<FileQuestions>()
            .AddSingleton<DepartmentFiles>()
            .AddSingleton<QuestionsStillAsked>()
            .AddSingleton<AnswerFile>()
            .AddSingleton<ReadFiles>()
            .AddSingleton<DueVisit>()
            .AddSingleton<DueRepair>()
            .AddSingleton<ApplicationRepairs>()
            .AddSingleton<IQueueSteps, VerificationQueueSteps>()
            .AddSingleton<DeadLetters>()
            .AddSingleton<ReconciliationReports>();
    }
}
