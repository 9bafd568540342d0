using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;

namespace Enrollment.Files.Exports;

/// <summary>One line of a list.</summary>
/// <param name="Class">From 1.</param>
/// <param name="Team">Its teacher team, where teams are drawn.</param>
/// <param name="Row">Stands for the pupil in public.</param>
/// <param name="Sex">As in the record.</param>
/// <param name="Pupil">Null for a late joiner (插班): no name or ticket of theirs is kept.</param>
public sealed record ListedRow(int Class, string? Team, RowCode Row, Sex Sex, ListedPupil? Pupil)
{
    public bool IsLate => Pupil is null;
}
