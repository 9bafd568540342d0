using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Applications;

/// <summary>Asks the parent to correct or to add papers: all defects in one request, with the policy's deadline.</summary>
public static class RequestCorrection
{
    /// <summary>A person asks, as often as they find it right: the policy's limit binds the machine.</summary>
    /// <param name="application">The application.</param>
    /// <param name="defects">What is asked for; at least one, papers by their ids in the policy.</param>
    /// <param name="message">What the parent reads beside the defects; null for nothing.</param>
    /// <param name="act">Who asks, and why.</param>
    /// <param name="policy">The policy it is decided by.</param>
    /// <param name="now">When.</param>
    /// <returns>The change, or null when the application's state does not allow it.</returns>
    /// <exception cref="ArgumentException">Nothing is asked for.</exception>
    public static Change? Decide(Application application, IReadOnlyList<OpenPoint> defects, string? message, StaffAct act, Policy policy, DateTimeOffset now)
    {
        if (defects.Count == 0)
            throw new ArgumentException("A request without a defect asks for nothing.", nameof(defects));
        return ApplicationLifecycle.Apply(application.Status, ApplicationAction.RequestCorrection) is Transition.Allowed
            ? Ask(new Change(application, []), defects, message, new ApplicationEvent(ApplicationEventKind.CorrectionRequested, now, Actor.Staff) { Act = act }, policy)
            : null;
    }

    /// <summary>
    /// The machine asks, where papers may prove the claim and every office has spoken: no family brings papers because an office did not answer.
    /// Once papers are on file, or a request went unanswered, a person reads on; so too while a person has the case in hand.
    /// </summary>
    /// <param name="change">The change, with every check final.</param>
    /// <param name="decision">What policy and registers make of it.</param>
    /// <param name="policy">The policy it is decided by.</param>
    /// <param name="now">When.</param>
    /// <returns>The change with the request added, or null when a person is to decide.</returns>
    internal static Change? ByMachine(Change change, Decision decision, Policy policy, DateTimeOffset now)
    {
        var application = change.After;
        if (decision is not Decision.EvidenceNeeded needed || application.Checks.Any(check => check.AwaitsAnswer) || !MayAskAgain(application, policy))
            return null;
        if (application.Review?.Claim is { } claim && claim.Until > now)
            return null;
        return Ask(change, needed.Open, message: null,
            new ApplicationEvent(ApplicationEventKind.CorrectionRequested, now, Actor.Service, Department: null, needed.Findings), policy);
    }

    private static bool MayAskAgain(Application application, Policy policy) =>
        application.Correction is not { } last || (last is { Answer.Papers.Count: 0 } && last.Round < policy.Deadlines.SupplementRounds);

    private static Change Ask(Change change, IReadOnlyList<OpenPoint> defects, string? message, ApplicationEvent asked, Policy policy)
    {
        var application = change.After;
        if (ApplicationLifecycle.Apply(application.Status, ApplicationAction.RequestCorrection) is not Transition.Allowed allowed)
            throw new InvalidOperationException($"{application.Status} does not allow a request for correction.");
        var lastDay = policy.Calendar.LastDay(policy.Deadlines.Supplement, BureauDay.Of(asked.At));
        var request = new CorrectionRequest(defects, asked.At, lastDay, BureauDay.StartOf(lastDay.AddDays(1)))
        {
            Round = (application.Correction?.Round ?? 0) + 1,
            Message = message,
        };
        var after = application with { Status = allowed.To, Correction = request, UpdatedAt = asked.At };
        return DepartmentDelay.MoveDeadline(new Change(after, [.. change.Events, asked]), policy, asked.At);
    }
}
