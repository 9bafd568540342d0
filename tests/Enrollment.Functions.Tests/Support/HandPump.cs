using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Enrollment.DevCluster.Azurite;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Enrollment.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Runs queue and timer functions when the test says so, bound and created as the local host does it.</summary>
internal sealed class HandPump(IServiceProvider services, AzuriteAccount account)
{
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(10);
    private static readonly FunctionCatalog Catalog = FunctionCatalog.Of(typeof(SubmitApplication).Assembly.GetTypes());

    private readonly Dictionary<string, FunctionMethod> _functions =
        Catalog.Functions.ToDictionary(function => function.Name, function => new FunctionMethod(function), StringComparer.Ordinal);
    private readonly QueueServiceClient _queues =
        new(account.ConnectionString, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>Delivers the notices that wait.</summary>
    public Task NotifyAsync() => DrainAsync([NoticeQueues.Notices]);

    public Task SweepAsync() => RunTimerAsync(nameof(Sweep));

    /// <summary>Runs the timer function with this name.</summary>
    public Task RunTimerAsync(string function) => InvokeAsync(function, new TimerInfo());

    public Task ReconcileAsync() => RunTimerAsync(nameof(Reconcile));

    /// <summary>Delivers one message by hand, as the host does when it delivers twice.</summary>
    public Task DeliverAsync(string function, object message) => InvokeAsync(function, BinaryData.FromObjectAsJson(message));

    public async Task SendAsync(string queue, BinaryData body) => await _queues.GetQueueClient(queue).SendMessageAsync(body);

    /// <summary>Runs every message and those they bring, until no work queue has one. A message that must be received twice fails the test.</summary>
    public Task DrainAsync() => DrainAsync(VerificationQueues.All);

    public Task DrainPoisonAsync() => DrainAsync([.. VerificationQueues.All.Select(queue => queue + VerificationQueues.Poison)]);

    public async Task DrainAsync(IReadOnlyList<string> queues)
    {
        for (var ran = 1; ran > 0;)
        {
            ran = 0;
            foreach (var queue in queues)
                ran += await RunOnceAsync(queue);
        }
    }

    /// <summary>Runs what one queue holds at this moment.</summary>
    public async Task<int> RunOnceAsync(string queue)
    {
        var client = _queues.GetQueueClient(queue);
        var function = Catalog.Functions.Single(f => f.Trigger is FunctionTrigger.Queue trigger && trigger.Name == queue).Name;
        QueueMessage[] messages = await client.ReceiveMessagesAsync(32, Invisible);
        await Task.WhenAll(messages.Select(async message =>
        {
            Assert.Equal(1, message.DequeueCount);
            await InvokeAsync(function, message.Body);
            await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }));
        return messages.Length;
    }

    private async Task InvokeAsync(string function, object trigger)
    {
        await using var scope = services.CreateAsyncScope();
        await _functions[function].InvokeAsync(new InvocationContext(trigger, scope.ServiceProvider, CancellationToken.None));
    }
}
