namespace Enrollment.Domain.Admission.Supply;

/// <summary>A service area as one round sees it: which schools serve it (R10).</summary>
/// <param name="Code">The zone.</param>
/// <param name="IsMulti">Several schools that families rank (多校片区), or one (单校片区).</param>
/// <param name="Schools">Exactly one for a single-school zone, at least one for the other kind; in ascending order of code.</param>
public sealed record RoundZone(ZoneCode Code, bool IsMulti, IReadOnlyList<SchoolCode> Schools);
