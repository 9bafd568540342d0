using Enrollment.DepartmentSimulator.Behaviors;
using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Callbacks;

/// <summary>Which callbacks a behavior sends, in this order, one after the other.</summary>
internal static class CallbackPlan
{
    // a message nobody should accept is refused each time: a few tries show that, more would be a storm
    private const int AttemptsToBeRefused = 3;
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(10);

    public static bool IsFor(BehaviorKind kind) => kind
        is BehaviorKind.Callback or BehaviorKind.CallbackTwice or BehaviorKind.TwoDifferentAnswers
        or BehaviorKind.WrongSignature or BehaviorKind.StaleTimestamp or BehaviorKind.NeverCallBack;

    public static IReadOnlyList<Callback> For(BehaviorKind kind, AskedQuestion asked)
    {
        var truth = Message(asked, asked.Answer);
        return kind switch
        {
            BehaviorKind.Callback => [truth],
            BehaviorKind.CallbackTwice => [truth, truth, truth with { WebhookId = asked.NextWebhookId() }],
            BehaviorKind.TwoDifferentAnswers => [truth, Message(asked, asked.Answer.Contradiction())],
            BehaviorKind.WrongSignature => [truth with { Key = truth.Key.Wrong, Attempts = AttemptsToBeRefused }],
            BehaviorKind.StaleTimestamp => [truth with { Age = Stale, Attempts = AttemptsToBeRefused }],
            _ => [],
        };
    }

    private static Callback Message(AskedQuestion asked, Answer answer) =>
        new(asked.NextWebhookId(), answer.ToJson(), asked.Office.CallbackKey);
}
