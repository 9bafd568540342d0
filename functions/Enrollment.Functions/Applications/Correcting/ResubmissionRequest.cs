using Enrollment.Functions.Applications.Submitting;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>The body of POST /api/applications/{id}/resubmission.</summary>
/// <param name="Corrected">The parts of the form that change, each whole; what is absent stays as it was.</param>
/// <param name="Papers">The uploaded papers for each defect.</param>
internal sealed record ResubmissionRequest(CorrectedParts? Corrected, IReadOnlyList<PapersPart>? Papers);

/// <summary>Parts of a form, as in a submission.</summary>
internal sealed record CorrectedParts(ChildPart? Child, GuardianPart? Guardian, GuardianPart? OtherGuardian, ResidencePart? Residence, HouseholdPart? Household,
    PropertyPart? Property, MigrantPart? Migrant, TenancyPart? Tenancy)
{
    public ApplicationRequest In(ApplicationRequest stated) => stated with
    {
        Child = Child ?? stated.Child,
        Guardian = Guardian ?? stated.Guardian,
        OtherGuardian = OtherGuardian ?? stated.OtherGuardian,
        Residence = Residence ?? stated.Residence,
        Household = Household ?? stated.Household,
        Property = Property ?? stated.Property,
        Migrant = Migrant ?? stated.Migrant,
        Tenancy = Tenancy ?? stated.Tenancy,
    };
}

/// <summary>The papers for one defect, by their files' ids.</summary>
internal sealed record PapersPart(string? Defect, IReadOnlyList<string>? Files);
