using Microsoft.Azure.Functions.Worker;

namespace Enrollment.LocalHost.Invocation;

internal abstract record FunctionTrigger
{
    private FunctionTrigger()
    {
    }

    public sealed record Http(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level) : FunctionTrigger;

    public sealed record Queue(string Name, string? Connection) : FunctionTrigger;

    public sealed record Timer(string Schedule, bool RunOnStartup, bool UseMonitor) : FunctionTrigger;

    public static FunctionTrigger? From(object attribute, string functionName) => attribute switch
    {
        HttpTriggerAttribute http => new Http(http.Route ?? functionName, http.Methods ?? [], http.AuthLevel),
        QueueTriggerAttribute queue => new Queue(queue.QueueName, queue.Connection),
        TimerTriggerAttribute timer => new Timer(timer.Schedule, timer.RunOnStartup, timer.UseMonitor),
        _ => null,
    };
}
