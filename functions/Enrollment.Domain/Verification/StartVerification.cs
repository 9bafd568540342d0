using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification;

/// <summary>The first step of verification: the policy turns the claimed category into checks.</summary>
public static class StartVerification
{
    /// <summary>Plans the checks of a submitted application.</summary>
    /// <returns>The change, or null when verification has started already or the application is no longer there to verify.</returns>
    public static Change? Decide(Application application, Policy policy, VerificationSchedule schedule, DateTimeOffset now)
    {
        if (application.Status is not ApplicationStatus.Submitted
            || ApplicationLifecycle.Apply(application.Status, ApplicationAction.StartVerification) is not Transition.Allowed allowed)
        {
            return null;
        }
        var checks = policy.PlanChecks(application.Form.Category).Select(plan => new Check(plan.Department, plan.Questions,
            new CheckState.Simple(CheckStatus.Queued), DueAt: now + schedule.FirstDue));
        var change = new Change(application with { Status = allowed.To, Checks = [.. checks], UpdatedAt = now, Redrives = 0 },
            [new ApplicationEvent(ApplicationEventKind.VerificationStarted, now, Actor.Service)]);
        // A category may ask nobody; then no answer would ever settle it.
        return SettleCategory.WhenComplete(change, policy, now);
    }
}
