using Enrollment.LocalHost.Invocation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Queues;

internal sealed class QueuePump(
    FunctionCatalog catalog, QueueListenerFactory factory, FunctionRunner runner, Drain drain, ILogger<QueuePump> logger)
    : IHostedService, IDisposable
{
    private readonly List<QueueListener> _listeners = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listeners.AddRange(catalog.With<FunctionTrigger.Queue>().Select(function => factory.Create(new FunctionMethod(function), runner)));
        foreach (var listener in _listeners)
            listener.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await drain.WaitAsync(_listeners.Select(listener => listener.DrainAsync())))
            return;
        logger.LogWarning("The host stops with messages in flight; they come back when their invisibility ends");
        await AbandonAsync();
    }

    public Task AbandonAsync() => Task.WhenAll(_listeners.Select(listener => listener.AbandonAsync()));

    public void Dispose()
    {
        foreach (var listener in _listeners)
            listener.Dispose();
    }
}
