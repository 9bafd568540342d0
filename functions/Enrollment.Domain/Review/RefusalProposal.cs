using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Review;

/// <summary>The first half of a refusal of the claimed category: it takes effect only when a different person agrees.</summary>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
/// <param name="Rule">The rule of the claimed category that is not met.</param>
/// <param name="Instead">The lesser category to establish; null for coordinated placement (统筹安排).</param>
public sealed record RefusalProposal(string By, DateTimeOffset At, string Reason, RuleId Rule, CategoryCode? Instead);

/// <summary>The first half of voiding an application for false papers (R11).</summary>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
public sealed record VoidProposal(string By, DateTimeOffset At, string Reason);

/// <summary>A decision of people that a parent may object to.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
/// <param name="Rule">The rule cited, where one is.</param>
/// <param name="Category">The category it led to; null where it led to none.</param>
/// <param name="ObjectUntil">The last day to object, in the bureau's calendar.</param>
public sealed record PersonDecision(PersonDecisionKind Kind, DateTimeOffset At, string Reason, RuleId? Rule, CategoryCode? Category, DateOnly ObjectUntil);

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

/// <summary>A parent's request for a second review (申请复查): one for each decision, one answer, by somebody who decided nothing before.</summary>
/// <param name="RaisedAt">When.</param>
/// <param name="Against">When the decision was taken that it is raised against; names that decision.</param>
/// <param name="Text">What the parent says; personal.</param>
/// <param name="AnswerUntil">The last day to answer, in the bureau's calendar.</param>
public sealed record Objection(DateTimeOffset RaisedAt, DateTimeOffset Against, string Text, DateOnly AnswerUntil)
{
    /// <summary>The answer; null while there is none.</summary>
    public ObjectionAnswer? Answer { get; init; }

    /// <summary>True while it waits for its answer.</summary>
    public bool IsOpen => Answer is null;

    /// <summary>Not what the parent says.</summary>
    public override string ToString() => $"Objection {{ {RaisedAt:O} }}";
}

/// <summary>The one answer to an objection.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
/// <param name="Changed">The category it changed the outcome to; null when the decision stands.</param>
public sealed record ObjectionAnswer(DateTimeOffset At, string By, string Reason, CategoryCode? Changed);
