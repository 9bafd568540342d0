using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Review;

/// <summary>A person asks the parent for papers; the case comes back with them, or when their day has passed.</summary>
internal static class AskingForPapers
{
    internal static ReviewOutcome Decide(Acting acting, ReviewAction.AskForPapers action)
    {
        var (application, policy) = (acting.Application, acting.Policy);
        if (application.Status is not ApplicationStatus.UnderReview)
            return Acting.Refused(ReviewRefusal.NotPossible);
        var defects = action.Defects ?? OpenPapers(acting);
        if (defects.Count == 0 || !defects.All(defect => defect.Papers.Count > 0 && defect.Papers.All(paper => policy.Papers.Any(known => known.Id == paper))))
            return Acting.Refused(ReviewRefusal.NothingToAskFor);
        if (defects.DistinctBy(defect => defect.Id, StringComparer.Ordinal).Count() != defects.Count
            || !defects.All(defect => defect.Rule is not { } rule || policy.Rules.Any(known => known.Id == rule)))
        {
            return Acting.Refused(ReviewRefusal.RuleDoesNotFit);
        }
        var released = application with { Review = acting.Decided() with { Refusal = null } };
        return RequestCorrection.Decide(released, defects, action.Message, new StaffAct(acting.By.Id, Reason: null, Rule: null, action.Message), policy, acting.Now) is { } change
            ? new ReviewOutcome.Allowed(change)
            : Acting.Refused(ReviewRefusal.NotPossible);
    }

    private static IReadOnlyList<OpenPoint> OpenPapers(Acting acting) =>
        [.. Decision.Of(acting.Policy, acting.Application.Form, [.. acting.Application.Checks.Select(AnsweredCheck.Of)], ServiceFacts.None).Open.Where(point => point.Papers.Count > 0)];
}
