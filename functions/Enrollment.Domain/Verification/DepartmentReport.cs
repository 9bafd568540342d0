namespace Enrollment.Domain.Verification;

/// <summary>A department's answer to one question, in the domain's terms.</summary>
/// <param name="Department">Who answered.</param>
/// <param name="SourceSystem">The register's own name, shown to the parent.</param>
/// <param name="DataAsOf">The day up to which the register is complete.</param>
/// <param name="RetrievedAt">When the register was read.</param>
/// <param name="EvidenceHash">SHA-256 of the answer's items as the department computed it, lower-case hex.</param>
/// <param name="Items">The records; empty is a valid answer ("none").</param>
public sealed record DepartmentReport(Department Department, string SourceSystem, DateOnly DataAsOf, DateTimeOffset RetrievedAt,
    string EvidenceHash, IReadOnlyList<RegisterItem> Items)
{
    /// <summary>Whose, as of when.</summary>
    public override string ToString() => $"DepartmentReport {{ {Department}, {DataAsOf:O} }}";
}
