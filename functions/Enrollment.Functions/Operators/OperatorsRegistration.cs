using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Operators;

internal static class OperatorsRegistration
{
    public static IServiceCollection AddOperators(this IServiceCollection services) => services
        .AddSingleton(new TableName(StepFailures.Table))
        .AddSingleton<StepFailures>()
        .AddSingleton<QueueSteps>()
        .AddSingleton<DeadLetterStore>()
        .AddSingleton<DeadLetterPages>()
        .AddSingleton<DeadLetterDesk>();
}
