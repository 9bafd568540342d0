using System.Threading.Channels;
using Enrollment.DepartmentSimulator.Behaviors;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Callbacks;

/// <summary>Delivers callbacks until each is taken (2xx) or its attempts are used up.</summary>
internal sealed class CallbackSender(CallbackPost post, CallbackSchedule schedule, Counters counters, TimeProvider time) : BackgroundService
{
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();

    public ValueTask Begin(AskedQuestion asked, Behavior behavior)
    {
        if (!asked.TryBeginCallingBack())
            return ValueTask.CompletedTask;
        var delivery = new Delivery(asked, TimeSpan.FromMilliseconds(behavior.DelayMs), CallbackPlan.For(behavior.Kind, asked));
        return _deliveries.Writer.WriteAsync(delivery);
    }

    // waiting deliveries cost nothing, so their number has no bound; CallbackPost bounds the connections
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            _deliveries.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = int.MaxValue, CancellationToken = stoppingToken },
            Deliver);

    private async ValueTask Deliver(Delivery delivery, CancellationToken stopping)
    {
        await Task.Delay(delivery.Delay, time, stopping);
        foreach (var callback in delivery.Callbacks)
            await Deliver(delivery.Asked, callback, stopping);
        delivery.Asked.EndCallingBack();
    }

    private async Task Deliver(AskedQuestion asked, Callback callback, CancellationToken stopping)
    {
        var department = asked.Office.Department;
        counters.CalledBack(department);
        for (var attempt = 1; !await post.Send(department, callback, stopping); attempt++)
        {
            if (attempt >= (callback.Attempts ?? schedule.Attempts))
                return;
            await Task.Delay(schedule.DelayAfter(attempt), time, stopping);
        }
    }

    private sealed record Delivery(AskedQuestion Asked, TimeSpan Delay, IReadOnlyList<Callback> Callbacks);
}
