namespace Enrollment.Functions.Applications.Submitting;

/// <summary>The body of POST /api/applications. Everything is nullable: <see cref="FormReading"/> reports all that is missing at once.</summary>
internal sealed record ApplicationRequest(int? IntakeYear, string? Category, ChildPart? Child, GuardianPart? Guardian, GuardianPart? OtherGuardian,
    ResidencePart? Residence, HouseholdPart? Household, PropertyPart? Property, MigrantPart? Migrant, TenancyPart? Tenancy, bool? StatementAccepted);

internal sealed record ChildPart(string? Name, string? DocumentType, string? DocumentNumber, string? BirthDate, string? Sex);

internal sealed record GuardianPart(string? Name, string? DocumentType, string? DocumentNumber, string? Phone, string? Relation);

internal sealed record ResidencePart(string? Address);

internal sealed record HouseholdPart(string? Address, string? HouseholdNo);

internal sealed record PropertyPart(string? Ownership, string? CertificateNo);

internal sealed record MigrantPart(string? ResidencePermitNo, string? EmployerCode);

internal sealed record TenancyPart(string? Since);
