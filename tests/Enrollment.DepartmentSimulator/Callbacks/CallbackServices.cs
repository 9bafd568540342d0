namespace Enrollment.DepartmentSimulator.Callbacks;

internal static class CallbackServices
{
    public static void AddCallbacks(this IServiceCollection services, SimulatorSettings settings) => services
        .AddSingleton(settings.Callbacks)
        .AddSingleton(new CallbackAddress(settings.CallbackBase))
        .AddSingleton<CallbackPost>()
        .AddSingleton<CallbackSender>()
        .AddHostedService(provider => provider.GetRequiredService<CallbackSender>());
}
