namespace Enrollment.Domain.Applications;

/// <summary>A parent withdraws an application.</summary>
public static class WithdrawalDecision
{
    /// <summary>The change, or null when the application's state does not allow it.</summary>
    public static Change? Decide(Application application, DateTimeOffset now) =>
        ApplicationLifecycle.Apply(application.Status, ApplicationAction.Withdraw) is Transition.Allowed allowed
            ? new Change(application with { Status = allowed.To, UpdatedAt = now }, [new ApplicationEvent(ApplicationEventKind.Withdrawn, now, Actor.Parent)])
            : null;
}
