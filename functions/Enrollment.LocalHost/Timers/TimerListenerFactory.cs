using Enrollment.LocalHost.Invocation;
using Enrollment.LocalHost.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Timers;

internal sealed class TimerListenerFactory(
    StorageConnections storage, IConfiguration configuration, HostSettings settings, TimeProvider time, ILoggerFactory loggers)
{
    private const string Container = "azure-webjobs-hosts";

    public TimerListener Create(FunctionMethod method, FunctionRunner runner)
    {
        var function = method.Function;
        var trigger = (FunctionTrigger.Timer)function.Trigger;
        var logger = loggers.CreateLogger($"{typeof(TimerListener).FullName}.{function.Name}");
        var plan = new TimerPlan(
            TimerSchedule.Parse(configuration.Resolve(trigger.Schedule)), trigger.RunOnStartup, trigger.UseMonitor);
        var lease = new SingletonLease(
            storage.Container(Container), $"locks/{HostId(function)}/{function.FullName}.Listener", settings.Singleton, time, logger);
        return new TimerListener((timer, abandoned) => runner.Start(method, timer, abandoned), plan, lease, time, logger);
    }

    // hosts of one app share a lock, apps that share a storage account do not
    private string HostId(FunctionDefinition function) =>
        configuration["AzureFunctionsWebHost:hostid"]
        ?? function.Method.DeclaringType!.Assembly.GetName().Name!.ToLowerInvariant().Replace('.', '-');
}
