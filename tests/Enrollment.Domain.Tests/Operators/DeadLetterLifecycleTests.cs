using Enrollment.Domain.Operators;

namespace Enrollment.Domain.Tests.Operators;

public sealed class DeadLetterLifecycleTests
{
    /// <summary>As an operator would write it down; all else is refused.</summary>
    private const string Oracle = """
        Open: Replay>Replayed Discard>Discarded Resolve>Resolved
        Replayed: Discard>Discarded Resolve>Resolved Return>Open Replay!AlreadyReplayed
        Discarded: Return>Open
        Resolved: Return>Open Replay!StepNotDue
        """;

    [Fact]
    public void Apply_EveryStateWithEveryAction_IsTheLaw()
    {
        var law = Oracle.Split('\n').Select(line => line.Split(": ")).SelectMany(parts => parts[1].Split(' ').Select(move => $"{parts[0]} {move}")).ToHashSet(StringComparer.Ordinal);
        foreach (var state in Enum.GetValues<DeadLetterState>())
        {
            foreach (var action in Enum.GetValues<DeadLetterAction>())
            {
                var line = DeadLetterLifecycle.Apply(state, action) switch
                {
                    DeadLetterTransition.Allowed allowed => $"{state} {action}>{allowed.To}",
                    DeadLetterTransition.Refused refused => $"{state} {action}!{refused.Reason}",
                    _ => "neither",
                };
                Assert.True(law.Remove(line) || line == $"{state} {action}!{DeadLetterRefusal.Settled}", line);
            }
        }
        Assert.Empty(law);
    }
}
