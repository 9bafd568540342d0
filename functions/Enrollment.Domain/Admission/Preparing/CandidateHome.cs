namespace Enrollment.Domain.Admission.Preparing;

/// <summary>What place locks say of the home by which a child wants its place (R6).</summary>
/// <param name="Home">What stands for the home.</param>
/// <param name="Householder">What stands for the child's householder; children who share it do not keep each other out.</param>
/// <param name="LockedAt">The schools of the home's zones at which the place of a child who has one binds the home.</param>
public sealed record CandidateHome(string Home, string Householder, IReadOnlyList<SchoolCode> LockedAt)
{
    /// <summary>The schools of the home's zones where places are bound to homes at all.</summary>
    public required IReadOnlyList<SchoolCode> BoundAt { get; init; }

    /// <summary>Nothing: a home leads to a family.</summary>
    public override string ToString() => nameof(CandidateHome);
}
