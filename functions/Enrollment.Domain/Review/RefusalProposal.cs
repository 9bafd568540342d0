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
