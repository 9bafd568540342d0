namespace Enrollment.Domain.Verification.Explaining;

/// <summary>
/// The facts that could have been otherwise, as codes for machines; people read texts of the same names. In the order in which they are changed:
/// a home is looked for where the register then says the child lives.
/// </summary>
public enum ChangeableFact
{
    /// <summary>The parent had claimed this category; its offices are asked then.</summary>
    ClaimedCategory,
    /// <summary>The child was born in time.</summary>
    BornInTime,
    /// <summary>The population register knows child and applicant under the names and numbers stated.</summary>
    IdentityAgrees,
    /// <summary>Civil affairs record the applicant as the child's parent or guardian.</summary>
    GuardianshipRecorded,
    /// <summary>The register shows the child in one household, in the district.</summary>
    RegisteredInDistrict,
    /// <summary>The child is registered in the family household of the parents or grandparents.</summary>
    RegisteredWithFamily,
    /// <summary>The child's register was settled before the cut-off.</summary>
    SettledInTime,
    /// <summary>The family lives where the child is registered.</summary>
    LivesWhereRegistered,
    /// <summary>The family owns a residential home where the child is registered, and more of it than the policy asks for.</summary>
    OwnsHomeWhereRegistered,
    /// <summary>A guardian has held a residence permit of the district for long enough, valid for long enough.</summary>
    PermitHeld,
    /// <summary>A guardian's tenancy in the district has been filed for long enough, with an invoice.</summary>
    TenancyFiled,
    /// <summary>A guardian has been insured in the district for long enough, without a gap.</summary>
    InsuredInDistrict,
    /// <summary>The Disabled Persons' Federation records a card of the child that holds long enough.</summary>
    DisabilityCardHeld,
}
