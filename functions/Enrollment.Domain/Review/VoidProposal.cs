namespace Enrollment.Domain.Review;

/// <summary>The first half of voiding an application for false papers (R11).</summary>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
public sealed record VoidProposal(string By, DateTimeOffset At, string Reason);
