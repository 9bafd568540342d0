using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>How a family's application must end, known from its story and not from the product's rules.</summary>
public sealed record Truth(ApplicationStatus Status, CategoryCode? Established, CategoryCode? Proposed,
    IReadOnlyDictionary<Department, CheckStatus> Checks);
