namespace Enrollment.Domain.Verification.Rules;

/// <summary>R7T's numbers: filed for at least so many months on a day.</summary>
public sealed record TenancyParameters(int Months, DateOnly AsOf) : RuleParameters;

/// <summary>
/// R7T: one guardian's tenancy in the district, with invoice, has been filed for at least 18 months: what C8 shows where C7 shows a permit
/// [S07]. The id is ours [OWN].
/// </summary>
public static class R7TTenancy
{
    /// <summary>Judges the rule; of several tenancies the best counts, and their months are not added.</summary>
    public static RuleFinding Judge(Evidence evidence, TenancyParameters parameters)
    {
        var tenancies = evidence.Tenancies;
        return tenancies.Missing is { } missing
            ? tenancies.Unknown(RuleId.R7T, missing)
            : NearestFinding.Of(tenancies.Items.Select(tenancy => OfTenancy(evidence, tenancy, parameters)));
    }

    private static RuleFinding OfTenancy(Evidence evidence, TenancyItem tenancy, TenancyParameters parameters)
    {
        var (tenancies, latest) = (evidence.Tenancies, parameters.AsOf.AddMonths(-parameters.Months));
        string[] dates = [RuleFinding.Text(tenancy.From), RuleFinding.Text(latest)];
        if (tenancy.AreaCode != evidence.Policy.AreaCode)
            return tenancies.NotSatisfied(RuleId.R7T, FindingReason.TenancyElsewhere, tenancy.AreaCode);
        if (tenancy.From > latest)
            return tenancies.NotSatisfied(RuleId.R7T, FindingReason.TenancyTooShort, dates);
        return tenancy.InvoiceIssued
            ? tenancies.Satisfied(RuleId.R7T, FindingReason.TenancyLongEnough, dates)
            : tenancies.NotSatisfied(RuleId.R7T, FindingReason.InvoiceMissing);
    }
}
