namespace Enrollment.Domain.Admission.Coordination;

/// <summary>How many children of each area go to each school.</summary>
/// <param name="Shares">Every pair with at least one child, by area, then by school; what is not listed is 0.</param>
public sealed record CoordinationFlow(IReadOnlyList<CoordinationShare> Shares);

/// <summary>Children of one area who go to one school.</summary>
/// <param name="Area">Index into the problem's children.</param>
/// <param name="School">Index into the problem's seats.</param>
/// <param name="Children">How many; at least 1.</param>
public sealed record CoordinationShare(int Area, int School, int Children);
