namespace Enrollment.Domain.Admission.Supply;

/// <summary>Homes so near each other that one walking distance stands for all of them: what is published instead of any child's address.</summary>
/// <param name="Id">1 or more; says nothing about where it is.</param>
/// <param name="Meters">The walk to each school of the round, in the list's order of schools, whole meters; null where none was measured, which is a fault of the list.</param>
public sealed record HomeArea(int Id, IReadOnlyList<int?> Meters);
