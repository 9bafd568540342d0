using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Explaining;

/// <summary>Facts of permits, tenancies and insurance.</summary>
internal static class MigrantChanges
{
    // The guardian who has the other paper already; work and permit must be one guardian's.
    internal static Situation PermitHeld(Situation situation)
    {
        if (situation.Policy.Find<PermitParameters>() is not { } permit)
            return situation;
        var items = situation.Form.Guardians.Select(guardian => new ResidencePermitItem(guardian.Document.Number, PermitNo: "", permit.IssuedBefore.AddDays(-1),
            permit.ValidUntil, Address: "", situation.Policy.AreaCode, Cancelled: false));
        return situation.With(Department.Police, situation.Items<ResidencePermitItem>().Concat(items));
    }

    internal static Situation TenancyFiled(Situation situation) => situation.Policy.Find<TenancyParameters>(RuleId.R7T) is not { } tenancy ? situation
        : situation.With(Department.Property, situation.Items<TenancyItem>().Append(new TenancyItem(situation.Form.Guardian.Document.Number, Address: "",
            situation.Policy.AreaCode, tenancy.AsOf.AddMonths(-tenancy.Months), InvoiceIssued: true)));

    internal static Situation Insured(Situation situation)
    {
        if (situation.Policy.Find<InsuranceParameters>() is not { } insurance)
            return situation;
        var needed = Math.Max(insurance.MinimumMonths, situation.Policy.Find<PermitParameters>()?.WorkProofMonths ?? 0);
        var months = Enumerable.Range(0, needed).Select(back => new InsuredMonth(insurance.WindowEnd.AddMonths(-back), insurance.AreaCode, Retroactive: false)).ToList();
        return situation.With(Department.SocialSecurity, situation.Form.Guardians.Select(guardian =>
            new InsuranceItem(guardian.Document.Number, InsuredNow: true, EmployerCode: null, months)));
    }
}
