namespace Enrollment.Domain.Review;

/// <summary>A member of staff who acts on a case.</summary>
/// <param name="Id">Who, as the identity provider knows them; two people differ in it.</param>
/// <param name="IsOfSchool">True for a school's staff, who look first (初审) and leave decisions to the bureau.</param>
public sealed record Reviewer(string Id, bool IsOfSchool);

/// <summary>Why a member of staff does something.</summary>
/// <param name="Reason">A code of the policy's list of reasons.</param>
/// <param name="Note">What they write; may name people.</param>
public sealed record Grounds(string Reason, string? Note)
{
    /// <summary>The code only.</summary>
    public override string ToString() => $"Grounds {{ {Reason} }}";
}
