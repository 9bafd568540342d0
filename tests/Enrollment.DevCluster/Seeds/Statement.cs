using Enrollment.Domain.Applications;

namespace Enrollment.DevCluster.Seeds;

/// <summary>What the parents type where it is not simply what the registers hold.</summary>
internal sealed class Statement
{
    public string? ChildName { get; set; }

    public string? GuardianName { get; set; }

    public string? ResidenceAddress { get; set; }

    public string? HouseholdAddress { get; set; }

    public string? HouseholdNo { get; set; }

    /// <summary>Null: the form names no home.</summary>
    public PropertyOwnership? Ownership { get; set; }

    public string? CertificateNo { get; set; }
}
