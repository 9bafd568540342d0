namespace Enrollment.Domain.Verification;

/// <summary>The categories this version's policies may use (DOMAIN.md 1.2); what each needs is policy data.</summary>
public enum CategoryCode
{
    /// <summary>C1 三一致对象.</summary>
    ConsistentResident,
    /// <summary>C3 户籍在区但不符合三一致.</summary>
    ResidentNotConsistent,
    /// <summary>C7 随迁子女.</summary>
    MigrantChild,
    /// <summary>C8 五区人员.</summary>
    FiveDistrictMover,
}
