namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// R4: the home is for residential use (住宅), and register, home and residence are one address [S01];
/// the home belongs to a parent or grandparent whom the register shows. No register knows where the
/// family lives: the residence is what the form states.
/// </summary>
public static class R4OneAddress
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence)
    {
        var (household, homes) = (evidence.Household, evidence.Homes);
        if (household.Missing is { } noHousehold)
            return household.Unknown(RuleId.R4, noHousehold);
        if (!StandardAddress.Same(evidence.Form.ResidenceAddress, household.Item!.StandardAddress))
            return household.NotSatisfied(RuleId.R4, FindingReason.ResidenceDiffers);
        if (homes.Missing is { } noHomes)
            return homes.Unknown(RuleId.R4, noHomes);
        var here = AtRegisteredAddress(evidence).ToList();
        if (here.Count == 0)
            return homes.NotSatisfied(RuleId.R4, FindingReason.NoHomeAtRegisteredAddress);
        var family = here.Where(home => FamilyRelations.OwnsAny(evidence, home)).ToList();
        if (family.Count == 0)
            return homes.Unknown(RuleId.R4, FindingReason.OwnersNotFamily);
        return family.Any(home => home.Use is PropertyUse.Residential)
            ? homes.Satisfied(RuleId.R4, FindingReason.AddressesAgree)
            : homes.NotSatisfied(RuleId.R4, FindingReason.HomeNotResidential);
    }

    /// <summary>The family's residential homes where the child is registered: one of them must also satisfy R5.</summary>
    internal static IEnumerable<HomeItem> FamilyHomes(Evidence evidence) => AtRegisteredAddress(evidence)
        .Where(home => home.Use is PropertyUse.Residential && FamilyRelations.OwnsAny(evidence, home));

    private static IEnumerable<HomeItem> AtRegisteredAddress(Evidence evidence) =>
        evidence.Homes.Items.Where(home => StandardAddress.Same(home.Address, evidence.Household.Item?.StandardAddress));
}
