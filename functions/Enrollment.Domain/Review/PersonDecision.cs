using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Review;

/// <summary>A decision of people that a parent may object to.</summary>
/// <param name="Number">Which decision of this case it is, from 1.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
/// <param name="Rule">The rule cited, where one is.</param>
/// <param name="Category">The category it led to; null where it led to none.</param>
/// <param name="ObjectUntil">The last day to object, in the bureau's calendar.</param>
public sealed record PersonDecision(int Number, PersonDecisionKind Kind, DateTimeOffset At, string Reason, RuleId? Rule, CategoryCode? Category, DateOnly ObjectUntil);

/// <summary>What people decided.</summary>
public enum PersonDecisionKind
{
    /// <summary>A category was established.</summary>
    Established,
    /// <summary>The claimed category was refused by two people.</summary>
    ClaimRefused,
    /// <summary>Enrollment was deferred (延缓入学).</summary>
    Deferred,
    /// <summary>The application was voided by two people (R11).</summary>
    Voided,
}
