namespace Enrollment.Domain.Verification;

/// <summary>A check as it stands when the verdict is drawn.</summary>
/// <param name="Department">Who was asked.</param>
/// <param name="State">How the check stands.</param>
/// <param name="Report">The answer; null when there is none (not found, could not be reached, not answered yet).</param>
public sealed record AnsweredCheck(Department Department, CheckState State, DepartmentReport? Report);
