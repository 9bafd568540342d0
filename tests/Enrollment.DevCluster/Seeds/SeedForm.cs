using System.Text.Json.Serialization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>The body of POST /api/applications, member for member.</summary>
public sealed record SeedForm(int IntakeYear, CategoryCode Category, SeedChild Child, SeedGuardian Guardian, SeedGuardian? OtherGuardian,
    SeedResidence Residence, SeedHousehold? Household, SeedProperty? Property, SeedMigrant? Migrant, SeedTenancy? Tenancy,
    bool StatementAccepted);

public sealed record SeedChild(string Name, IdentityDocumentKind DocumentType, string DocumentNumber, DateOnly BirthDate, Sex Sex);

public sealed record SeedGuardian(string Name, IdentityDocumentKind DocumentType, string DocumentNumber,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Phone, GuardianRelation Relation);

public sealed record SeedResidence(string Address);

public sealed record SeedHousehold(string Address,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? HouseholdNo);

public sealed record SeedProperty(PropertyOwnership Ownership,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CertificateNo);

public sealed record SeedMigrant(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ResidencePermitNo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EmployerCode);

public sealed record SeedTenancy(DateOnly Since);
