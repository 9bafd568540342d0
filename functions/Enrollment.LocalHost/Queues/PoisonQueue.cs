using Azure;
using Azure.Storage.Queues;
using Enrollment.LocalHost.Storage;

namespace Enrollment.LocalHost.Queues;

internal sealed class PoisonQueue(QueueClient queue)
{
    private const string Suffix = "-poison";
    private const int LongestName = 63;

    /// <summary>The poison queue's name; null where there is none: a poison queue's own, or one whose name would be too long.</summary>
    public static string? NameFor(string queueName) =>
        queueName.EndsWith(Suffix, StringComparison.Ordinal) || queueName.Length + Suffix.Length > LongestName
            ? null
            : queueName + Suffix;

    /// <summary>Copy first, delete then: a crash between the two leaves both, never neither.</summary>
    public async Task MoveAsync(HeldMessage message, string text, CancellationToken cancellation)
    {
        await CopyAsync(text, cancellation);
        await message.DeleteAsync(cancellation);
    }

    private async Task CopyAsync(string text, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(text, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            StorageOperations.Queue("create");
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await SendAsync(text, cancellation);
        }
    }

    private async Task SendAsync(string text, CancellationToken cancellation)
    {
        StorageOperations.Queue("poison");
        await queue.SendMessageAsync(text, cancellation);
    }
}
