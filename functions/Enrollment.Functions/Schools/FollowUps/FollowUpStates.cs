using Enrollment.Domain.Admission.FollowUps;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>What is stored may be older than what the child has done since: an application counts from the moment it lives, and no longer.</summary>
internal static class FollowUpStates
{
    public static FollowUpState Now(StoredChild child, bool hasApplied)
    {
        var step = hasApplied
            ? FollowUpLifecycle.Apply(child.State, FollowUpAction.MarkApplied, FollowUpReason.ApplicationFound)
            : child.State is FollowUpState.Applied ? FollowUpLifecycle.Apply(child.State, FollowUpAction.Reopen, FollowUpReason.ApplicationGone) : null;
        return step is FollowUpTransition.Allowed allowed ? allowed.To : child.State;
    }
}
