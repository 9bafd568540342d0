namespace Enrollment.Domain.Verification.Rules;

/// <summary>R7's numbers.</summary>
/// <param name="IssuedBefore">The permit was first issued strictly before this day.</param>
/// <param name="ValidUntil">It is valid to this day at least.</param>
/// <param name="WorkProof">Whether the second paper is asked for.</param>
/// <param name="WorkProofMonths">Months insured in the district that prove work, in a row or not; 0 without work proof.</param>
public sealed record PermitParameters(DateOnly IssuedBefore, DateOnly ValidUntil, WorkProof WorkProof, int WorkProofMonths) : RuleParameters;

/// <summary>What proves work: the ministry pushes towards the permit alone (MOE 2025), so it is a setting [S28].</summary>
public enum WorkProof
{
    /// <summary>Nothing is asked for.</summary>
    None,
    /// <summary>Months of social insurance in the district.</summary>
    Insurance,
}

/// <summary>
/// R7, two papers (两证): one guardian holds a residence permit of the district, first issued strictly before the policy's date, not cancelled
/// and valid into the school year, and the same guardian's work is proved [S07]; contracts and licences wait for a person.
/// </summary>
public static class R7TwoPapers
{
    /// <summary>Judges the rule; of several permits the best counts.</summary>
    public static RuleFinding Judge(Evidence evidence, PermitParameters parameters)
    {
        var permits = evidence.Permits;
        return permits.Missing is { } missing
            ? permits.Unknown(RuleId.R7, missing)
            : NearestFinding.Of(permits.Items.Select(permit => PermitMiss(evidence, permit, parameters) ?? OfHolder(evidence, permit, parameters)));
    }

    private static RuleFinding? PermitMiss(Evidence evidence, ResidencePermitItem permit, PermitParameters parameters)
    {
        var permits = evidence.Permits;
        if (permit.Cancelled)
            return permits.NotSatisfied(RuleId.R7, FindingReason.PermitCancelled);
        if (permit.AreaCode != evidence.Policy.AreaCode)
            return permits.NotSatisfied(RuleId.R7, FindingReason.PermitElsewhere, permit.AreaCode);
        if (permit.FirstIssuedDate >= parameters.IssuedBefore)
            return permits.NotSatisfied(RuleId.R7, FindingReason.PermitTooRecent, RuleFinding.Text(permit.FirstIssuedDate), RuleFinding.Text(parameters.IssuedBefore));
        if (permit.ValidTo < parameters.ValidUntil)
            return permits.NotSatisfied(RuleId.R7, FindingReason.PermitEndsEarly, RuleFinding.Text(permit.ValidTo), RuleFinding.Text(parameters.ValidUntil));
        return null;
    }

    private static RuleFinding OfHolder(Evidence evidence, ResidencePermitItem permit, PermitParameters parameters)
    {
        if (parameters.WorkProof is WorkProof.None)
            return Satisfied(evidence, permit, parameters);
        var insurances = evidence.Insurances.Where(item => string.Equals(item.PersonIdNo.Trim(), permit.HolderIdNo.Trim(), StringComparison.OrdinalIgnoreCase));
        if (insurances.Missing is { } missing)
            return insurances.Unknown(RuleId.R7, missing);
        var months = InsuredMonths.Counted(insurances.Items, evidence.Policy.AreaCode, countRetroactive: false, evidence.Policy.EvidenceWindow.To).Count;
        return months >= parameters.WorkProofMonths
            ? Satisfied(evidence, permit, parameters)
            : insurances.NotSatisfied(RuleId.R7, FindingReason.WorkProofMissing, RuleFinding.Text(months), RuleFinding.Text(parameters.WorkProofMonths));
    }

    private static RuleFinding Satisfied(Evidence evidence, ResidencePermitItem permit, PermitParameters parameters) =>
        evidence.Permits.Satisfied(RuleId.R7, FindingReason.PermitAndWorkProof, RuleFinding.Text(permit.FirstIssuedDate),
            RuleFinding.Text(parameters.IssuedBefore), RuleFinding.Text(permit.ValidTo), RuleFinding.Text(parameters.WorkProofMonths));
}
