using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Applications.Correcting;

internal static class CorrectingRegistration
{
    public static IServiceCollection AddCorrecting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<EvidenceOptions>(configuration, EvidenceOptions.Section);
        services.AddOutboundClient(MalwareScanner.HttpClient);
        return services
            .AddSingleton(new ContainerName(EvidenceBlobs.Container))
            .AddSingleton(new QueueName(EvidenceQueues.Scans))
            .AddSingleton(new QueueName(EvidenceQueues.Poison))
            .AddSingleton<EvidenceStore>()
            .AddSingleton<EvidenceBlobs>()
            .AddSingleton<EvidenceGrants>()
            .AddSingleton<EvidenceIntake>()
            .AddSingleton<EvidenceScans>()
            .AddSingleton<MalwareScanner>()
            .AddSingleton<ResubmissionReader>()
            .AddSingleton<CorrectedViews>();
    }
}
