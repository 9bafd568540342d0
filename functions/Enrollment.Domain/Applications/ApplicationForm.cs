using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Applications;

/// <summary>What a parent states (DOMAIN.md 1.6), already valid in form. The registers decide what of it is true.</summary>
/// <param name="IntakeYear">The year of the summer the child applies for.</param>
/// <param name="Category">The category the parent believes the child belongs to.</param>
/// <param name="Child">The child.</param>
/// <param name="Guardian">The parent or guardian who applies: the logged-in person.</param>
/// <param name="OtherGuardian">The other parent, if there is one.</param>
/// <param name="ResidenceAddress">Where the child really lives.</param>
/// <param name="Household">The household register, if the child is registered in the district or the city.</param>
/// <param name="Property">The home the application rests on, if any.</param>
/// <param name="Migrant">What a migrant child's parents state (C7).</param>
/// <param name="Tenancy">What a five-district mover states (C8).</param>
public sealed record ApplicationForm(int IntakeYear, CategoryCode Category, ChildDetails Child, GuardianDetails Guardian,
    GuardianDetails? OtherGuardian, string ResidenceAddress, HouseholdDetails? Household, PropertyDetails? Property,
    MigrantDetails? Migrant, TenancyDetails? Tenancy)
{
    /// <summary>Year and category only: a form in a log must not name a child.</summary>
    public override string ToString() => $"ApplicationForm {{ {IntakeYear}, {Category} }}";

    /// <summary>The applicant and, where stated, the other guardian.</summary>
    public IReadOnlyList<GuardianDetails> Guardians => OtherGuardian is null ? [Guardian] : [Guardian, OtherGuardian];
}

/// <summary>The child.</summary>
public sealed record ChildDetails(PersonName Name, IdentityDocument Document, DateOnly BirthDate, Sex Sex)
{
    /// <summary>The masked name.</summary>
    public override string ToString() => Name.ToString();
}

/// <summary>A parent or guardian; the phone is only asked of the applicant.</summary>
public sealed record GuardianDetails(PersonName Name, IdentityDocument Document, string? Phone, GuardianRelation Relation)
{
    /// <summary>The masked name.</summary>
    public override string ToString() => Name.ToString();
}

/// <summary>What a guardian is to the child.</summary>
public enum GuardianRelation
{
    /// <summary>父.</summary>
    Father,
    /// <summary>母.</summary>
    Mother,
    /// <summary>Another legal guardian.</summary>
    Guardian,
}

/// <summary>户口簿 as the parent reads it.</summary>
public sealed record HouseholdDetails(string Address, string? HouseholdNo)
{
    /// <summary>No address.</summary>
    public override string ToString() => nameof(HouseholdDetails);
}

/// <summary>The home: whose it is, and the certificate's number where the parent has it.</summary>
public sealed record PropertyDetails(PropertyOwnership Ownership, string? CertificateNo);

/// <summary>Whose home the application rests on (R2, R5).</summary>
public enum PropertyOwnership
{
    /// <summary>The parents'.</summary>
    Parents,
    /// <summary>The paternal or maternal grandparents'.</summary>
    Grandparents,
}

/// <summary>Migrant papers (R7): the permit's number and the employer's credit code where the parent has one.</summary>
public sealed record MigrantDetails(string? ResidencePermitNo, string? EmployerCode);

/// <summary>A five-district mover's tenancy (C8).</summary>
public sealed record TenancyDetails(DateOnly Since);
