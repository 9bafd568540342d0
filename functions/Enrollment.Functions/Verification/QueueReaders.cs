using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification;

/// <summary>What is sent to a queue that nobody reads would wait for ever, so the start asks whether somebody does.</summary>
internal static class QueueReaders
{
    public static void Require(IEnumerable<string> queues, Assembly functions)
    {
        var read = functions.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName);
        if (queues.Except(read, StringComparer.Ordinal).ToList() is [_, ..] unread)
            throw new InvalidOperationException($"No function reads {string.Join(", ", unread)}.");
    }
}
