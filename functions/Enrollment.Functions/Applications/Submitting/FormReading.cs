using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>What of a request could be read; whole when no fault was found.</summary>
internal sealed record FormReading(FieldReader Fields, int? IntakeYear, CategoryCode? Category, ChildDetails? Child, GuardianDetails? Guardian,
    GuardianDetails? OtherGuardian, string? ResidenceAddress, HouseholdDetails? Household, PropertyDetails? Property, MigrantDetails? Migrant,
    TenancyDetails? Tenancy)
{
    public IEnumerable<GuardianDetails> Guardians => new[] { Guardian, OtherGuardian }.OfType<GuardianDetails>();

    /// <summary>The form, once <see cref="FieldReader.Faults"/> is empty.</summary>
    public ApplicationForm Form => new(IntakeYear!.Value, Category!.Value, Child!, Guardian!, OtherGuardian, ResidenceAddress!, Household, Property, Migrant, Tenancy);

    public static FormReading Of(ApplicationRequest request)
    {
        var fields = new FieldReader();
        fields.RefuseIf(request.IntakeYear is null, FaultCode.Required, "$.intakeYear");
        var reading = new FormReading(fields, request.IntakeYear, fields.Choice<CategoryCode>(request.Category, "$.category"), ReadChild(fields, request.Child),
            ReadGuardian(fields, request.Guardian, "$.guardian", isApplicant: true),
            request.OtherGuardian is null ? null : ReadGuardian(fields, request.OtherGuardian, "$.otherGuardian", isApplicant: false),
            fields.Part(request.Residence, "$.residence") is { } residence ? fields.Text(residence.Address, "$.residence.address") : null,
            ReadHousehold(fields, request.Household), ReadProperty(fields, request.Property), ReadMigrant(fields, request.Migrant),
            request.Tenancy is null || fields.Date(request.Tenancy.Since, "$.tenancy.since") is not { } since ? null : new TenancyDetails(since));
        fields.RefuseIf(request.StatementAccepted is not true, FaultCode.StatementNotAccepted, "$.statementAccepted");
        Compare(fields, reading.Child, reading.Guardian, reading.OtherGuardian);
        return reading;
    }

    private static ChildDetails? ReadChild(FieldReader fields, ChildPart? part)
    {
        if (fields.Part(part, "$.child") is null)
            return null;
        var name = fields.Name(part!.Name, "$.child.name");
        var document = fields.Document(part.DocumentType, part.DocumentNumber, "$.child");
        var birthDate = fields.Date(part.BirthDate, "$.child.birthDate");
        var sex = fields.Choice<Sex>(part.Sex, "$.child.sex");
        if (document?.Citizen is { } citizen)
        {
            fields.RefuseIf(birthDate is not null && birthDate != citizen.BirthDate, FaultCode.BirthDateDisagreesWithNumber, "$.child.birthDate");
            fields.RefuseIf(sex is not null && sex != citizen.Sex, FaultCode.SexDisagreesWithNumber, "$.child.sex");
        }
        return name is null || document is null || birthDate is null || sex is null ? null : new ChildDetails(name, document, birthDate.Value, sex.Value);
    }

    private static GuardianDetails? ReadGuardian(FieldReader fields, GuardianPart? part, string path, bool isApplicant)
    {
        if (fields.Part(part, path) is null)
            return null;
        var name = fields.Name(part!.Name, $"{path}.name");
        var document = fields.Document(part.DocumentType, part.DocumentNumber, path);
        var relation = fields.Choice<GuardianRelation>(part.Relation, $"{path}.relation");
        MobileNumber? phone = null;
        if (isApplicant || part.Phone is not null)
            fields.RefuseIf(MobileNumber.TryParse(part.Phone, out phone) is not null, FaultCode.PhoneInvalid, $"{path}.phone");
        return name is null || document is null || relation is null ? null : new GuardianDetails(name, document, phone?.Value, relation.Value);
    }

    private static HouseholdDetails? ReadHousehold(FieldReader fields, HouseholdPart? part)
    {
        if (part is null)
            return null;
        var number = fields.OptionalText(part.HouseholdNo, "$.household.householdNo");
        return fields.Text(part.Address, "$.household.address") is { } address ? new HouseholdDetails(address, number) : null;
    }

    private static PropertyDetails? ReadProperty(FieldReader fields, PropertyPart? part)
    {
        if (part is null)
            return null;
        var certificate = fields.OptionalText(part.CertificateNo, "$.property.certificateNo");
        return fields.Choice<PropertyOwnership>(part.Ownership, "$.property.ownership") is { } ownership ? new PropertyDetails(ownership, certificate) : null;
    }

    private static MigrantDetails? ReadMigrant(FieldReader fields, MigrantPart? part)
    {
        if (part is null)
            return null;
        var permit = fields.OptionalText(part.ResidencePermitNo, "$.migrant.residencePermitNo");
        UnifiedSocialCreditCode? employer = null;
        fields.RefuseIf(part.EmployerCode is not null && UnifiedSocialCreditCode.TryParse(part.EmployerCode, out employer) is not null,
            FaultCode.CreditCodeInvalid, "$.migrant.employerCode");
        return new MigrantDetails(permit, employer?.Value);
    }

    private static void Compare(FieldReader fields, ChildDetails? child, GuardianDetails? guardian, GuardianDetails? other)
    {
        fields.RefuseIf(guardian is not null && guardian.Document == other?.Document, FaultCode.GuardiansAreOnePerson, "$.otherGuardian.documentNumber");
        if (child is null)
            return;
        ComparedWithChild(fields, child, guardian, "$.guardian.documentNumber");
        ComparedWithChild(fields, child, other, "$.otherGuardian.documentNumber");
    }

    private static void ComparedWithChild(FieldReader fields, ChildDetails child, GuardianDetails? guardian, string path)
    {
        if (guardian is null)
            return;
        fields.RefuseIf(guardian.Document == child.Document, FaultCode.ChildIsGuardian, path);
        fields.RefuseIf(guardian.Document.Citizen is { } citizen && citizen.BirthDate.AddYears(16) > child.BirthDate, FaultCode.GuardianTooYoung, path);
    }
}
