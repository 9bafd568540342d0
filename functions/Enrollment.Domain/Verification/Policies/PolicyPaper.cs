namespace Enrollment.Domain.Verification.Policies;

/// <summary>A paper a parent may be asked for.</summary>
/// <param name="Id">Its id in the policy.</param>
/// <param name="Text">Its name as a parent reads it.</param>
/// <param name="Source">Where it is asked for, by the keys of DOMAIN.md.</param>
public sealed record PolicyPaper(string Id, LocalizedText Text, string Source);
