using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Admission;

internal static class AdmissionRegistration
{
    public static IServiceCollection AddAdmission(this IServiceCollection services) => services
        .AddSingleton(new TableName(AdmissionNames.Table))
        .AddSingleton<AdmissionDecisions>()
        .AddSingleton(new TableName(OpenRounds.Table))
        .AddSingleton(new ContainerName(AdmissionNames.Container))
        .AddSingleton(new QueueName(AdmissionNames.Queue))
        .AddSingleton(new QueueName(AdmissionNames.Poison))
        .AddSingleton<DistrictSupplies>()
        .AddSingleton<RoundSetupReader>()
        .AddSingleton<RoundRow>()
        .AddSingleton<RoundStore>()
        .AddSingleton<RoundFiles>()
        .AddSingleton<IQueueSteps, RoundQueueSteps>()
        .AddSingleton<OpenRounds>()
        .AddSingleton<RoundActions>()
        .AddSingleton<RoundApplications>()
        .AddSingleton<DrawnRounds>()
        .AddSingleton<FamilyOffers>()
        .AddSingleton<SchoolRounds>()
        .AddSingleton<AdmittedApplications>()
        .AddSingleton<AdmissionLinks>()
        .AddSingleton<AdmissionNotices>()
        .AddSingleton<HomeClaims>()
        .AddSingleton<RoundFamilies>()
        .AddSingleton<RoundCandidates>()
        .AddSingleton<RoundOffers>()
        .AddSingleton<OfferWriter>()
        .AddSingleton<PrepareStep>()
        .AddSingleton<DrawStep>()
        .AddSingleton<DeliverStep>();
}
