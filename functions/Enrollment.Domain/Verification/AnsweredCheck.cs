namespace Enrollment.Domain.Verification;

/// <summary>A check as it stands when the verdict is drawn.</summary>
/// <param name="Department">Who was asked.</param>
/// <param name="State">How the check stands.</param>
/// <param name="Report">The answer; null when there is none (not found, could not be reached, not answered yet).</param>
public sealed record AnsweredCheck(Department Department, CheckState State, DepartmentReport? Report)
{
    /// <summary>What a person decided on it; null where none did.</summary>
    public CheckDecision? Person { get; init; }

    /// <summary>A check as the rules see it. A person's decision on an earlier answer is none on a new one.</summary>
    public static AnsweredCheck Of(Check check) => new(check.Department, check.State, check.Answer?.Report)
    {
        Person = check.State.Status is CheckStatus.ManuallyConfirmed or CheckStatus.ManuallyRejected or CheckStatus.Waived ? check.Person : null,
    };
}
