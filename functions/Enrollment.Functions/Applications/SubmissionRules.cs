using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform;

namespace Enrollment.Functions.Applications;

/// <summary>What a well-formed request must also satisfy on the day it arrives. Whether its statements are true is for the registers.</summary>
internal static class SubmissionRules
{
    public static IReadOnlyList<Fault> Check(ApplicationForm form, Caller caller, Policy? policy, DateOnly today, bool allowSynthetic)
    {
        var fields = new FieldReader();
        fields.RefuseIf(policy is null, FaultCode.IntakeYearNotOpen, "$.intakeYear");
        fields.RefuseIf(form.Guardian.Document.Number != caller.IdentityNumber, FaultCode.GuardianIsNotCaller, "$.guardian.documentNumber");
        fields.RefuseIf(form.Child.BirthDate > today, FaultCode.DateInFuture, "$.child.birthDate");
        fields.RefuseIf(form.Tenancy?.Since > today, FaultCode.DateInFuture, "$.tenancy.since");
        foreach (var part in policy?.Category(form.Category).FormParts ?? [])
            fields.RefuseIf(!HasPart(form, part), FaultCode.CategoryPartMissing, $"$.{part.ToString().ToLowerInvariant()}");
        if (!allowSynthetic)
        {
            RefuseSynthetic(fields, form.Child.Document, "$.child.documentNumber");
            RefuseSynthetic(fields, form.Guardian.Document, "$.guardian.documentNumber");
            RefuseSynthetic(fields, form.OtherGuardian?.Document, "$.otherGuardian.documentNumber");
        }
        return fields.Faults;
    }

    private static bool HasPart(ApplicationForm form, FormPart part) => part switch
    {
        FormPart.Household => form.Household is not null,
        FormPart.Property => form.Property is not null,
        FormPart.Migrant => form.Migrant is not null,
        FormPart.Tenancy => form.Tenancy is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, message: null),
    };

    private static void RefuseSynthetic(FieldReader fields, IdentityDocument? document, string path) =>
        fields.RefuseIf(document?.Citizen is { IsSynthetic: true }, FaultCode.IdentityNumberSynthetic, path);
}
