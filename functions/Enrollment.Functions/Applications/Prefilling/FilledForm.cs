using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Applications.Prefilling;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Callers;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>A field of the form that was filled in; no department: by the login.</summary>
internal sealed record FilledField(string Path, Department? Department);

/// <summary>The form's fields as far as login and registers know them. What nobody knows stays empty: a phone, a consent.</summary>
internal sealed record FilledForm(ApplicationRequest Request, IReadOnlyList<FilledField> Fields)
{
    public static FilledForm Of(Policy policy, Caller caller, PrefilledChild? child)
    {
        var other = child?.OtherParent;
        var request = new ApplicationRequest(policy.IntakeYear, child?.Category?.ToString(), ChildOf(child),
            new GuardianPart(caller.Name, IsCitizen(caller.IdentityNumber) ? nameof(IdentityDocumentKind.CitizenId) : null, caller.IdentityNumber, Phone: null, child?.Relation?.ToString()),
            other is null ? null : new GuardianPart(other.Name, nameof(IdentityDocumentKind.CitizenId), other.IdNo.Trim().ToUpperInvariant(), Phone: null, OtherRelation(child!)),
            child?.Home is { } lived ? new ResidencePart(lived.Item.Address) : null,
            child is null ? null : new HouseholdPart(child.Household.StandardAddress, child.Household.HouseholdNo),
            child?.Home is { } home ? new PropertyPart(home.Ownership.ToString(), home.Item.CertificateNo) : null,
            Migrant: null, Tenancy: null, StatementAccepted: null);
        return new FilledForm(request, [.. FieldsOf(request)]);
    }

    private static ChildPart? ChildOf(PrefilledChild? child) => child is null ? null : new ChildPart(child.Child.Name, nameof(IdentityDocumentKind.CitizenId),
        child.Document.Value, child.Document.BirthDate.ToString("O", CultureInfo.InvariantCulture), child.Document.Sex.ToString());

    private static bool IsCitizen(string number) => IdentityDocument.TryParse(IdentityDocumentKind.CitizenId, number, out _) is null;

    private static string? OtherRelation(PrefilledChild child) => child.Relation switch
    {
        GuardianRelation.Father => nameof(GuardianRelation.Mother),
        GuardianRelation.Mother => nameof(GuardianRelation.Father),
        _ => null,
    };

    private static IEnumerable<FilledField> FieldsOf(ApplicationRequest request)
    {
        (string Path, string? Value, Department? Source)[] all =
        [
            ("$.category", request.Category, Department.Property),
            ("$.child.name", request.Child?.Name, Department.Police),
            ("$.child.documentType", request.Child?.DocumentType, Department.Police),
            ("$.child.documentNumber", request.Child?.DocumentNumber, Department.Police),
            ("$.child.birthDate", request.Child?.BirthDate, Department.Police),
            ("$.child.sex", request.Child?.Sex, Department.Police),
            ("$.guardian.name", request.Guardian?.Name, null),
            ("$.guardian.documentType", request.Guardian?.DocumentType, null),
            ("$.guardian.documentNumber", request.Guardian?.DocumentNumber, null),
            ("$.guardian.relation", request.Guardian?.Relation, Department.Police),
            ("$.otherGuardian.name", request.OtherGuardian?.Name, Department.Police),
            ("$.otherGuardian.documentType", request.OtherGuardian?.DocumentType, Department.Police),
            ("$.otherGuardian.documentNumber", request.OtherGuardian?.DocumentNumber, Department.Police),
            ("$.otherGuardian.relation", request.OtherGuardian?.Relation, Department.Police),
            ("$.residence.address", request.Residence?.Address, Department.Property),
            ("$.household.address", request.Household?.Address, Department.Police),
            ("$.household.householdNo", request.Household?.HouseholdNo, Department.Police),
            ("$.property.ownership", request.Property?.Ownership, Department.Property),
            ("$.property.certificateNo", request.Property?.CertificateNo, Department.Property),
        ];
        return all.Where(field => field.Value is not null).Select(field => new FilledField(field.Path, field.Source));
    }
}
