namespace Enrollment.Domain.Verification;

/// <summary>The registers asked through the municipal exchange (DOMAIN.md 1.7).</summary>
public enum Department
{
    /// <summary>公安: person, household register, residence permit.</summary>
    Police,
    /// <summary>民政: marriage, adoption, guardianship.</summary>
    CivilAffairs,
    /// <summary>不动产: homes and their owners, filed tenancies.</summary>
    Property,
    /// <summary>社保: paid months of social insurance.</summary>
    SocialSecurity,
    /// <summary>残联: disability cards.</summary>
    DisabledPersons,
}
