using System.Collections.Frozen;
using System.Text.Json;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Operators;

/// <summary>What the messages of some queues ask for, so that a dead one can be judged; each capability knows its own.</summary>
internal interface IQueueSteps
{
    IReadOnlyList<string> Queues { get; }

    Task<JudgedStep> JudgeAsync(string queue, string body, CancellationToken cancellationToken);
}

/// <summary>What a message asks for.</summary>
/// <param name="Verdict">Whether it is still to be done.</param>
/// <param name="Subject">What it speaks of, as the step itself names it; null when it cannot be read.</param>
internal sealed record JudgedStep(DeadLetterVerdict Verdict, string? Subject)
{
    public static JudgedStep Unreadable { get; } = new(DeadLetterVerdict.Unreadable, Subject: null);

    /// <summary>The message; null for what is not one of ours.</summary>
    public static T? Read<T>(string body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>All queues' steps.</summary>
internal sealed class QueueSteps(IEnumerable<IQueueSteps> capabilities)
{
    private readonly FrozenDictionary<string, IQueueSteps> _steps = capabilities.SelectMany(steps => steps.Queues.Select(queue => (Queue: queue, Steps: steps)))
        .ToFrozenDictionary(pair => pair.Queue, pair => pair.Steps, StringComparer.Ordinal);

    public bool Has(string queue) => _steps.ContainsKey(queue);

    public Task<JudgedStep> JudgeAsync(string queue, string body, CancellationToken cancellationToken) => _steps[queue].JudgeAsync(queue, body, cancellationToken);
}
