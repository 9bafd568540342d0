using System.Text.Json.Serialization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>How a family's application must end, known from its story and not from the product's rules.</summary>
public sealed record Truth(ApplicationStatus Status, CategoryCode? Established, CategoryCode? Proposed,
    IReadOnlyDictionary<Department, CheckStatus> Checks)
{
    /// <summary>The papers the parents must be asked for, in ordinal order; absent where they are asked for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Papers { get; init; }
}
