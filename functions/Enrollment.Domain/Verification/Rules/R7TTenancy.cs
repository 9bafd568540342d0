namespace Enrollment.Domain.Verification.Rules;

/// <summary>R7T's numbers: filed for at least so many months on a day.</summary>
public sealed record TenancyParameters(int Months, DateOnly AsOf) : RuleParameters;

/// <summary>
/// R7T: one guardian's tenancy in the district, with invoice, has been filed for at least 18 months: what C8 shows where C7 shows a permit
/// [S07]. The ids are ours [OWN]: RL is the same question with the years that C5 asks for.
/// </summary>
public static class R7TTenancy
{
    /// <summary>Judges the rule; of several tenancies the best counts, and their months are not added.</summary>
    public static RuleFinding Judge(Evidence evidence, TenancyParameters parameters, RuleId rule = RuleId.R7T)
    {
        var tenancies = evidence.Tenancies;
        return tenancies.Missing is { } missing
            ? tenancies.Unknown(rule, missing)
            : NearestFinding.Of(tenancies.Items.Select(tenancy => OfTenancy(evidence, tenancy, parameters, rule)));
    }

    private static RuleFinding OfTenancy(Evidence evidence, TenancyItem tenancy, TenancyParameters parameters, RuleId rule)
    {
        var (tenancies, latest) = (evidence.Tenancies, parameters.AsOf.AddMonths(-parameters.Months));
        string[] dates = [RuleFinding.Text(tenancy.From), RuleFinding.Text(latest)];
        if (tenancy.AreaCode != evidence.Policy.AreaCode)
            return tenancies.NotSatisfied(rule, FindingReason.TenancyElsewhere, tenancy.AreaCode);
        if (tenancy.From > latest)
            return tenancies.NotSatisfied(rule, FindingReason.TenancyTooShort, dates);
        return tenancy.InvoiceIssued
            ? tenancies.Satisfied(rule, FindingReason.TenancyLongEnough, dates)
            : tenancies.NotSatisfied(rule, FindingReason.InvoiceMissing);
    }
}
