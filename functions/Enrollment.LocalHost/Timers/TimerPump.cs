using Enrollment.LocalHost.Invocation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Timers;

internal sealed class TimerPump(
    FunctionCatalog catalog, TimerListenerFactory factory, FunctionRunner runner, Drain drain, ILogger<TimerPump> logger)
    : IHostedService, IDisposable
{
    private readonly List<TimerListener> _listeners = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listeners.AddRange(catalog.With<FunctionTrigger.Timer>().Select(function => factory.Create(new FunctionMethod(function), runner)));
        foreach (var listener in _listeners)
            listener.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await drain.WaitAsync(_listeners.Select(listener => listener.DrainAsync())))
            return;
        logger.LogWarning("The host stops with timers still running");
        await Task.WhenAll(_listeners.Select(listener => listener.AbandonAsync()));
        // now that nothing is waited for, the leases go back
        await drain.WaitAsync(_listeners.Select(listener => listener.DrainAsync()));
    }

    public void Dispose()
    {
        foreach (var listener in _listeners)
            listener.Dispose();
    }
}
