using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Departments;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>Whom to ask what for a parent who waits.</summary>
/// <param name="Case">What the departments know the matter by, the same for the same parent and purpose.</param>
/// <param name="Plan">The departments and their questions.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Policy">The district, and the days periods are asked of.</param>
/// <param name="KeepFor">How long the answers are kept.</param>
internal sealed record LookupAsk(ApplicationId Case, IReadOnlyList<CheckPlan> Plan, QuerySubject Subject, Policy Policy, TimeSpan KeepFor)
{
    public DepartmentQuery QueryTo(CheckPlan plan, string requestId, string? traceParent)
    {
        var asksPeriod = plan.Questions.Any(question => question is Question.Insurance or Question.Tenancy);
        return new DepartmentQuery(plan.Department, requestId, Case, plan.Questions, Subject, Policy.AreaCode,
            asksPeriod ? Policy.EvidenceWindow.From : null, asksPeriod ? Policy.EvidenceWindow.To : null, traceParent);
    }
}
