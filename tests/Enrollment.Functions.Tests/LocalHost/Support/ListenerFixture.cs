using System.Collections.Concurrent;
using System.Text;
using Enrollment.LocalHost.Invocation;
using Enrollment.LocalHost.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Enrollment.Functions.Tests.LocalHost.Support;

/// <summary>A listener on a fake queue with a function the test writes.</summary>
internal sealed class ListenerFixture : IAsyncDisposable
{
    private readonly List<QueueListener> _listeners = [];
    private readonly ConcurrentQueue<string> _runs = new();

    public ListenerFixture(string name = "work", bool poisonExists = true)
    {
        Queue = new FakeQueue(name, Time);
        Poison = new FakeQueue(name + "-poison", Time, poisonExists);
    }

    public ObservedTime Time { get; } = new();

    public FakeQueue Queue { get; }

    public FakeQueue Poison { get; }

    public QueueSettings Settings { get; set; } = new() { VisibilityTimeout = TimeSpan.FromSeconds(7), MaxPollingInterval = TimeSpan.FromSeconds(2) };

    public IReadOnlyList<string> Runs => [.. _runs];

    public Func<string, CancellationToken, Task> Function { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>Operations of both queues but for the empty polls.</summary>
    public IReadOnlyList<string> Changes => [.. Queue.Operations.Concat(Poison.Operations).Where(operation =>
        !operation.Contains("receive", StringComparison.Ordinal) && !operation.Contains("exists", StringComparison.Ordinal))];

    public static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public QueueListener Start()
    {
        var poison = PoisonQueue.NameFor(Queue.Name) is null ? null : new PoisonQueue(Poison);
        var delivery = new MessageDelivery(Run, poison, Settings, Time, NullLogger.Instance);
        var listener = new QueueListener(
            Queue, Settings, new PollingDelay(Settings.MaxPollingInterval, new Random(1), Time), delivery, NullLogger.Instance);
        _listeners.Add(listener);
        listener.Start();
        return listener;
    }

    /// <summary>Lets poll after poll come due until the condition holds.</summary>
    public Task PollUntilAsync(Func<bool> condition, string what) => Until.TrueAsync(
        () =>
        {
            if (condition())
                return true;
            Time.Advance(TimeSpan.FromMilliseconds(100));
            return condition();
        },
        what);

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
        {
            await listener.AbandonAsync();
            await listener.DrainAsync();
            listener.Dispose();
        }
    }

    private FunctionRun Run(object message, CancellationToken abandoned)
    {
        var text = ((BinaryData)message).ToString();
        _runs.Enqueue(text);
        var run = OutcomeAsync(text, abandoned);
        return new FunctionRun(run, run);
    }

    private async Task<InvocationOutcome> OutcomeAsync(string text, CancellationToken abandoned)
    {
        try
        {
            await Function(text, abandoned).WaitAsync(abandoned);
            return InvocationOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            return InvocationOutcome.Abandoned;
        }
        catch (InvalidOperationException)
        {
            return InvocationOutcome.Failed;
        }
    }
}
