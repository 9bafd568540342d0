using Enrollment.LocalHost.Invocation;
using Enrollment.LocalHost.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Queues;

internal sealed class QueueListenerFactory(
    StorageConnections storage, IConfiguration configuration, HostSettings settings, TimeProvider time, ILoggerFactory loggers)
{
    private int _created;

    public QueueListener Create(FunctionMethod method, FunctionRunner runner)
    {
        var trigger = (FunctionTrigger.Queue)method.Function.Trigger;
        var name = configuration.Resolve(trigger.Name);
        var logger = loggers.CreateLogger($"{typeof(QueueListener).FullName}.{method.Function.Name}");
        var poison = PoisonQueue.NameFor(name) is { } poisonName
            ? new PoisonQueue(storage.Queue(poisonName, trigger.Connection))
            : null;
        var delivery = new MessageDelivery(
            (message, abandoned) => runner.Start(method, message, abandoned), poison, settings.Queues, time, logger);
        var chance = new Random(settings.Local.BackOffSeed + _created++);
        return new QueueListener(
            storage.Queue(name, trigger.Connection),
            settings.Queues,
            new PollingDelay(settings.Queues.MaxPollingInterval, chance, time),
            delivery,
            logger);
    }
}
