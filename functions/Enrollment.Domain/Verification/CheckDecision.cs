using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

/// <summary>What a person decided on a department's check.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Rules">The rules it speaks to; what else rests on the check is judged by the register as before.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
/// <param name="By">Who, as the identity provider knows them.</param>
/// <param name="At">When.</param>
public sealed record CheckDecision(CheckVerdict Verdict, IReadOnlyList<RuleId> Rules, string Reason, string By, DateTimeOffset At);

/// <summary>A person's verdict on a check.</summary>
public enum CheckVerdict
{
    /// <summary>What the parent states is so, whatever the register says.</summary>
    Confirmed,
    /// <summary>It is not so, whatever the register says.</summary>
    Rejected,
    /// <summary>It is not asked of this child.</summary>
    Waived,
}
