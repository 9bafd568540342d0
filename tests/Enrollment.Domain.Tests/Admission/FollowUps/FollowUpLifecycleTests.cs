using System.Text;
using Enrollment.Domain.Admission.FollowUps;

namespace Enrollment.Domain.Tests.Admission.FollowUps;

public sealed class FollowUpLifecycleTests
{
    [Fact]
    public void Apply_EveryStateWithEveryAction_IsTheReviewedTable()
    {
        var table = new StringBuilder();
        foreach (var state in Enum.GetValues<FollowUpState>())
        {
            foreach (var action in Enum.GetValues<FollowUpAction>())
                table.Append(state).Append(' ').Append(action).Append(" -> ").Append(Text(FollowUpLifecycle.Apply(state, action, ReasonFor(action)))).Append('\n');
        }

        Snapshot.Matches("Admission/FollowUps/FollowUpLifecycle.table.txt", table.ToString());
    }

    [Fact]
    public void Carries_EveryActionAndReason_IsTheReviewedTable()
    {
        var table = new StringBuilder();
        foreach (var action in Enum.GetValues<FollowUpAction>())
            table.Append(action).Append(": ").AppendJoin(' ', Enum.GetValues<FollowUpReason>().Where(reason => FollowUpLifecycle.Carries(action, reason))).Append('\n');

        Snapshot.Matches("Admission/FollowUps/FollowUpReasons.table.txt", table.ToString());
    }

    [Fact]
    public void Apply_ReasonThatDoesNotCarry_IsRefusedInEveryState() => Assert.All(Enum.GetValues<FollowUpState>(), state =>
        Assert.Equal(new FollowUpTransition.Refused(FollowUpRefusal.ReasonDoesNotCarry), FollowUpLifecycle.Apply(state, FollowUpAction.ConfirmDeferral, FollowUpReason.FamilyStated)));

    private static FollowUpReason ReasonFor(FollowUpAction action) => Enum.GetValues<FollowUpReason>().First(reason => FollowUpLifecycle.Carries(action, reason));

    private static string Text(FollowUpTransition transition) => transition switch
    {
        FollowUpTransition.Allowed allowed => allowed.To.ToString(),
        FollowUpTransition.Refused refused => $"refused {refused.Reason}",
        _ => throw new InvalidOperationException("FollowUpTransition is closed."),
    };
}
