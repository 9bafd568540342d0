using Azure;
using Enrollment.LocalHost.Invocation;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Queues;

/// <summary>What happens to one received message, from the decision whether to run it to its deletion.</summary>
internal sealed class MessageDelivery(
    Func<object, CancellationToken, FunctionRun> run, PoisonQueue? poison, QueueSettings settings, TimeProvider time, ILogger logger)
{
    public async Task DeliverAsync(HeldMessage message, CancellationToken abandoned)
    {
        try
        {
            await RunAndSettleAsync(message, abandoned);
        }
        catch (RequestFailedException exception) when (exception.Status is 400 or 404 or 409)
        {
            logger.LogWarning(exception, "Message {MessageId} is no longer ours to settle and may run again", message.Id);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Message {MessageId} could not be settled and will come back", message.Id);
        }
    }

    private async Task RunAndSettleAsync(HeldMessage message, CancellationToken abandoned)
    {
        if (poison is not null && message.DequeueCount > settings.MaxDequeueCount)
            await PoisonAsync(message, message.Text, "was received too often", abandoned);
        else if (MessageBody.Decode(message.Text, settings.MessageEncoding) is { } body)
            await SettleAsync(message, await RunAsync(message, body, abandoned), abandoned);
        else
            await PoisonAsync(message, MessageBody.Encode(message.Text, settings.MessageEncoding), "is not base64", abandoned);
    }

    private async Task<InvocationOutcome> RunAsync(HeldMessage message, BinaryData body, CancellationToken abandoned)
    {
        await using var renewal = MessageRenewal.Start(message, time, logger);
        return await run(body, abandoned).Outcome;
    }

    private async Task SettleAsync(HeldMessage message, InvocationOutcome outcome, CancellationToken abandoned)
    {
        switch (outcome)
        {
            case InvocationOutcome.Succeeded:
                await message.DeleteAsync(abandoned);
                break;
            case InvocationOutcome.Failed when message.DequeueCount >= settings.MaxDequeueCount:
                await PoisonAsync(message, message.Text, "failed its last attempt", abandoned);
                break;
            case InvocationOutcome.Failed when poison is not null:
                await message.HideAsync(settings.VisibilityTimeout, abandoned);
                break;
            default:
                // neither released nor deleted: it comes back when its invisibility ends
                break;
        }
    }

    private async Task PoisonAsync(HeldMessage message, string text, string why, CancellationToken abandoned)
    {
        if (poison is null)
            return;
        logger.LogError("Message {MessageId} {Why} and goes to the poison queue", message.Id, why);
        await poison.MoveAsync(message, text, abandoned);
    }
}
