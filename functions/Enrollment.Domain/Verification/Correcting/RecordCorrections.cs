using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Correcting;

/// <summary>From what the rules found to the offices that can change it. Facts that no office can change (a child too young) are not listed.</summary>
public static class RecordCorrections
{
    /// <summary>The corrections for a claimed category, in the order of its rules, each record and reason once.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="claimed">The category claimed.</param>
    /// <param name="findings">What the rules found.</param>
    public static IReadOnlyList<RecordCorrection> Of(Policy policy, CategoryCode claimed, IReadOnlyList<RuleFinding> findings) =>
    [
        .. policy.Category(claimed).Requires
            .Select(rule => findings.FirstOrDefault(finding => finding.Rule == rule))
            .OfType<RuleFinding>().Where(finding => finding.Result is not RuleResult.Satisfied)
            .Select(Correction).OfType<RecordCorrection>()
            .DistinctBy(correction => (correction.Office, correction.Record, correction.Reason)),
    ];

    private static RecordCorrection? Correction(RuleFinding finding) => finding.Reason switch
    {
        FindingReason.NothingFound => Missing(finding),
        FindingReason.NameDisagrees or FindingReason.RegistrationCancelled => Needed(finding, RecordOffice.PoliceStation, RecordKind.Population),
        FindingReason.ContradictoryRecords => Contradiction(finding),
        FindingReason.GuardianIsAnother => Needed(finding, RecordOffice.CivilAffairsOffice, RecordKind.Guardianship),
        FindingReason.BirthDateDisagrees or FindingReason.ResidenceDiffers => Needed(finding, RecordOffice.Parent, RecordKind.Form),
        FindingReason.SeveralHouseholds => Needed(finding, RecordOffice.PoliceStation, RecordKind.Household),
        FindingReason.NotWithFamily or FindingReason.WithLegalGuardian or FindingReason.CollectiveHousehold or FindingReason.RegisteredElsewhere
            or FindingReason.SettledTooLate or FindingReason.RegisteredLater or FindingReason.InFamilyHousehold =>
            IfWrong(finding, RecordOffice.PoliceStation, RecordKind.Household),
        FindingReason.NoHomeAtRegisteredAddress => Needed(finding, RecordOffice.RealEstateRegistry, RecordKind.Home),
        FindingReason.OwnersNotFamily or FindingReason.HomeNotResidential or FindingReason.ShareTooSmall =>
            IfWrong(finding, RecordOffice.RealEstateRegistry, RecordKind.Home),
        FindingReason.SharesDoNotAddUp => Needed(finding, RecordOffice.RealEstateRegistry, RecordKind.Home),
        FindingReason.CoupleDivorced => IfWrong(finding, RecordOffice.CivilAffairsOffice, RecordKind.Marriage),
        FindingReason.PermitCancelled or FindingReason.PermitElsewhere or FindingReason.PermitTooRecent =>
            IfWrong(finding, RecordOffice.PoliceStation, RecordKind.ResidencePermit),
        // A permit that ends too early is renewed, not corrected; the office is the same.
        FindingReason.PermitEndsEarly => Needed(finding, RecordOffice.PoliceStation, RecordKind.ResidencePermit),
        FindingReason.TenancyElsewhere or FindingReason.TenancyTooShort => IfWrong(finding, RecordOffice.HousingOffice, RecordKind.Tenancy),
        FindingReason.InvoiceMissing => Needed(finding, RecordOffice.TaxOffice, RecordKind.RentInvoice),
        FindingReason.WorkProofMissing or FindingReason.InsuredTooShort => IfWrong(finding, RecordOffice.SocialSecurityOffice, RecordKind.Insurance),
        _ => null,
    };

    // "Nothing there" names the register asked, and the rule says which of its books.
    private static RecordCorrection? Missing(RuleFinding finding) => (finding.Source, finding.Rule) switch
    {
        (Department.Police, RuleId.RI) => Needed(finding, RecordOffice.PoliceStation, RecordKind.Population),
        (Department.Police, RuleId.R7) => Needed(finding, RecordOffice.PoliceStation, RecordKind.ResidencePermit),
        (Department.Police, _) => Needed(finding, RecordOffice.PoliceStation, RecordKind.Household),
        (Department.CivilAffairs, _) => Needed(finding, RecordOffice.CivilAffairsOffice, RecordKind.Guardianship),
        (Department.Property, RuleId.R7T or RuleId.RL) => Needed(finding, RecordOffice.HousingOffice, RecordKind.Tenancy),
        (Department.Property, _) => Needed(finding, RecordOffice.RealEstateRegistry, RecordKind.Home),
        (Department.SocialSecurity, _) => Needed(finding, RecordOffice.SocialSecurityOffice, RecordKind.Insurance),
        _ => null,
    };

    private static RecordCorrection? Contradiction(RuleFinding finding) => finding.Source switch
    {
        Department.Police => Needed(finding, RecordOffice.PoliceStation, finding.Rule is RuleId.RI ? RecordKind.Population : RecordKind.Household),
        Department.CivilAffairs => Needed(finding, RecordOffice.CivilAffairsOffice, RecordKind.Guardianship),
        Department.Property => Needed(finding, RecordOffice.RealEstateRegistry, RecordKind.Home),
        Department.SocialSecurity => Needed(finding, RecordOffice.SocialSecurityOffice, RecordKind.Insurance),
        _ => null,
    };

    private static RecordCorrection Needed(RuleFinding finding, RecordOffice office, RecordKind record) =>
        new(finding.Rule, office, record, finding.Reason, finding.Arguments, CorrectionCertainty.Needed);

    private static RecordCorrection IfWrong(RuleFinding finding, RecordOffice office, RecordKind record) =>
        new(finding.Rule, office, record, finding.Reason, finding.Arguments, CorrectionCertainty.OnlyIfWrong);
}
