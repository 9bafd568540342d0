using Enrollment.LocalHost.Invocation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Timers;

internal sealed class TimerPump(
    FunctionCatalog catalog, TimerListenerFactory factory, FunctionRunner runner, Drain drain, ILogger<TimerPump> logger)
    : IHostedService, IDisposable
{
    private readonly List<TimerListener> listeners = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        listeners.AddRange(catalog.With<FunctionTrigger.Timer>().Select(function => factory.Create(new FunctionMethod(function), runner)));
        foreach (var listener in listeners)
            listener.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await drain.WaitAsync(listeners.Select(listener => listener.DrainAsync())))
            return;
        logger.LogWarning("The host stops with timers still running");
        await Task.WhenAll(listeners.Select(listener => listener.AbandonAsync()));
        // now that nothing is waited for, the leases go back
        await drain.WaitAsync(listeners.Select(listener => listener.DrainAsync()));
    }

    public void Dispose()
    {
        foreach (var listener in listeners)
            listener.Dispose();
    }
}
