using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>What the parents type.</summary>
internal static class FilledForm
{
    public static SeedForm Of(FamilyDraft draft, Person child)
    {
        var (cast, says) = (draft.Cast, draft.Says);
        return new SeedForm(SeedFamilies.IntakeYear, draft.Claims,
            new SeedChild(says.ChildName ?? child.Name, cast.ChildDocument, child.IdNo, child.Born, child.Sex),
            new SeedGuardian(says.GuardianName ?? cast.Applicant.Name, IdentityDocumentKind.CitizenId, cast.Applicant.IdNo, Phone(draft), cast.Relation),
            cast.Other is null ? null : Second(cast.Other),
            new SeedResidence(says.ResidenceAddress ?? draft.Home.Address), Household(draft), Property(draft), Migrant(draft), Tenancy(draft),
            StatementAccepted: true);
    }

    // No operator was given the numbers 154 0….
    private static string Phone(FamilyDraft draft) => string.Create(CultureInfo.InvariantCulture, $"1540{draft.Serial:0000000}");

    private static SeedGuardian Second(Person parent) => new(parent.Name, IdentityDocumentKind.CitizenId, parent.IdNo, Phone: null,
        parent.Sex is Sex.Male ? GuardianRelation.Father : GuardianRelation.Mother);

    private static SeedHousehold? Household(FamilyDraft draft) => draft.Claims is CategoryCode.MigrantChild
        ? null
        : new SeedHousehold(draft.Says.HouseholdAddress ?? draft.Registered.Address,
            draft.Says.HouseholdNo ?? (draft.KnowsNumbers ? draft.Household?.HouseholdNo : null));

    private static SeedProperty? Property(FamilyDraft draft) => draft.Says.Ownership is not { } ownership
        ? null
        : new SeedProperty(ownership, draft.Says.CertificateNo ?? (draft.KnowsNumbers ? draft.Property?.CertificateNo : null));

    private static SeedMigrant? Migrant(FamilyDraft draft) => draft.Claims is not CategoryCode.MigrantChild
        ? null
        : new SeedMigrant(draft.Permit?.PermitNo, draft.Insurance?.EmployerCode);

    private static SeedTenancy? Tenancy(FamilyDraft draft) => draft.Claims is not CategoryCode.FiveDistrictMover
        ? null
        : new SeedTenancy(draft.Tenancy?.From ?? new DateOnly(2024, 1, 1));
}
