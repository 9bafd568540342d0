using Enrollment.Domain;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Callers;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>What a request must also satisfy on the day it arrives. Whether its statements are true is for the registers.</summary>
internal static class SubmissionRules
{
    /// <summary>Adds to the reading's faults; judges whatever could be read, so that a parent sees everything at once.</summary>
    public static void Check(FormReading reading, ApplicationRequest request, Caller caller, Policy? policy, DateOnly today, bool allowSynthetic)
    {
        var fields = reading.Fields;
        fields.RefuseIf(reading.IntakeYear is not null && policy is null, FaultCode.IntakeYearNotOpen, "$.intakeYear");
        fields.RefuseIf(reading.Guardian is { } guardian && guardian.Document.Number != caller.IdentityNumber, FaultCode.GuardianIsNotCaller, "$.guardian.documentNumber");
        fields.RefuseIf(reading.Child?.BirthDate > today, FaultCode.DateInFuture, "$.child.birthDate");
        fields.RefuseIf(reading.Tenancy?.Since > today, FaultCode.DateInFuture, "$.tenancy.since");
        foreach (var part in reading.Category is { } category && policy is not null ? policy.Category(category).FormParts : [])
            fields.RefuseIf(!HasPart(request, part), FaultCode.CategoryPartMissing, $"$.{part.ToString().ToLowerInvariant()}");
        if (allowSynthetic)
            return;
        RefuseSynthetic(fields, reading.Child?.Document, "$.child.documentNumber");
        RefuseSynthetic(fields, reading.Guardian?.Document, "$.guardian.documentNumber");
        RefuseSynthetic(fields, reading.OtherGuardian?.Document, "$.otherGuardian.documentNumber");
    }

    // Asked of the request: a part that is there with a fault in it is not missing.
    private static bool HasPart(ApplicationRequest request, FormPart part) => part switch
    {
        FormPart.Household => request.Household is not null,
        FormPart.Property => request.Property is not null,
        FormPart.Migrant => request.Migrant is not null,
        FormPart.Tenancy => request.Tenancy is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, message: null),
    };

    private static void RefuseSynthetic(FieldReader fields, IdentityDocument? document, string path) =>
        fields.RefuseIf(document?.Citizen is { IsSynthetic: true }, FaultCode.IdentityNumberSynthetic, path);
}
