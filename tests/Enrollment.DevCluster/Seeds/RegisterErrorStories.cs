using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Consistent families about whom a register and the form disagree, or a register is silent or confused.</summary>
internal static class RegisterErrorStories
{
    private static readonly Outcome Nothing = Outcome.UnderReview();

    // Who the people are can be shown by the household book and the birth certificate.
    private static readonly Outcome NameUnclear = Outcome.Correction(proposed: null, "HouseholdBook", "BirthCertificate").With(Department.Police, CheckStatus.Mismatch);

    // Nor is it known where the child is registered, so not even a home can be held against it.
    private static readonly Outcome RegisterUnclear =
        Outcome.Correction(proposed: null, "HouseholdBook", "BirthCertificate", "RelationProof", "RealEstateCertificate", "MarriagePapers");

    // A wrong number beside the right facts: the check tells the parent, the rules need no number.
    private static readonly Outcome StillConsistent = Outcome.Verified(CategoryCode.ConsistentResident);

    public static IReadOnlyList<Story> All { get; } =
    [
        Consistent("wrong-address-typed", 6, Outcome.Correction(CategoryCode.ResidentNotConsistent, "RealEstateCertificate", "RelationProof")
            .With(Department.Police, CheckStatus.Mismatch).With(Department.Property, CheckStatus.Mismatch),
            family => family.Says.HouseholdAddress = family.Says.ResidenceAddress = Places.Mistyped(family.Registered.Address)),
        Consistent("wrong-household-number-typed", 6, StillConsistent.With(Department.Police, CheckStatus.Mismatch),
            family => family.Says.HouseholdNo = family.Household!.HouseholdNo + "0"),
        Consistent("wrong-certificate-typed", 5, StillConsistent.With(Department.Property, CheckStatus.Mismatch),
            family => family.Says.CertificateNo = family.Property!.CertificateNo.Replace("第", "第8", StringComparison.Ordinal)),
        Consistent("child-name-mistyped", 6, NameUnclear,
            family => family.Says.ChildName = Names.Mistyped(family.Cast.Children[0].Name)),
        Consistent("guardian-name-mistyped", 5, NameUnclear,
            family => family.Says.GuardianName = Names.Mistyped(family.Cast.Applicant.Name)),
        Consistent("child-not-in-population-register", 6, RegisterUnclear.With(Department.Police, CheckStatus.NotFound), family =>
        {
            family.PoliceKnowsChild = false;
            family.Household = null;
        }),
        Consistent("two-households", 6, Outcome.Correction(proposed: null, "HouseholdBook", "RelationProof", "RealEstateCertificate", "MarriagePapers").With(Department.Police, CheckStatus.ManualReview), TwoHouseholds),
        Consistent("child-cancelled", 6, NameUnclear.With(Department.Police, CheckStatus.ManualReview), family => family.ChildCancelled = true),
        WithoutHome("household-not-found", 5, Outcome.Correction(proposed: null, "HouseholdBook").With(Department.Police, CheckStatus.NotFound), family => family.Household = null),
        WithoutHome("hong-kong-macao-taiwan-claims-resident", 6, Outcome.Correction(proposed: null, "HouseholdBook").With(Department.Police, CheckStatus.NotFound),
            family => family.Household = null) with
        {
            Circumstances = new() { ChildPermitAreas = ["810000", "820000", "830000"] },
        },
        WithoutHome("uncle-without-appointment", 5, Nothing.With(Department.CivilAffairs, CheckStatus.Mismatch), _ => { }) with
        {
            Circumstances = new() { Shape = FamilyShape.UncleWithoutAppointment },
        },
        WithoutHome("guardianship-not-found", 5, Outcome.Correction(proposed: null, "BirthCertificate", "GuardianshipProof").With(Department.CivilAffairs, CheckStatus.NotFound),
            ParentUnknownToAll) with
        {
            Circumstances = new() { Shape = FamilyShape.SingleMother },
        },
    ];

    // Not even the household book shows the mother beside the child.
    private static void ParentUnknownToAll(FamilyDraft family)
    {
        family.OnGrandparentsBook();
        family.GuardianshipRecorded = false;
    }

    private static void TwoHouseholds(FamilyDraft family)
    {
        var other = Places.In("350503", family.Chance);
        var householder = family.Cast.Elder(Sex.Male, family.Cast.Surname);
        family.SecondHousehold = family.HouseholdOf(other, householder,
            [(householder, HouseholdRelation.Householder), .. family.Cast.Children.Select(child => (child, HouseholdRelation.Grandchild))], k: 1);
    }

    private static Story Consistent(string name, int applications, Outcome outcome, Action<FamilyDraft> tell) =>
        new(name, applications, CategoryCode.ConsistentResident, outcome, family =>
        {
            ConsistentResidentStories.AnyHome(family);
            tell(family);
        });

    private static Story WithoutHome(string name, int applications, Outcome outcome, Action<FamilyDraft> tell) =>
        new(name, applications, CategoryCode.ResidentNotConsistent, outcome.With(Department.Property, CheckStatus.NotFound), tell);
}
