using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Explaining;

/// <summary>What the situation would have been, had a fact been otherwise.</summary>
public static class FactChanges
{
    /// <summary>The situation with these facts changed, in their own order.</summary>
    public static Situation Apply(this Situation situation, IEnumerable<FactChange> changes) =>
        changes.OrderBy(change => change.Fact).Aggregate(situation, Apply);

    /// <summary>The rules a fact speaks to.</summary>
    public static IReadOnlyList<RuleId> RulesOf(ChangeableFact fact) => fact switch
    {
        ChangeableFact.ClaimedCategory => [],
        ChangeableFact.BornInTime => [RuleId.R1],
        ChangeableFact.IdentityAgrees => [RuleId.RI],
        ChangeableFact.GuardianshipRecorded => [RuleId.RG],
        ChangeableFact.RegisteredInDistrict => [RuleId.RD],
        ChangeableFact.RegisteredWithFamily => [RuleId.R2],
        ChangeableFact.SettledInTime => [RuleId.R3],
        ChangeableFact.LivesWhereRegistered => [RuleId.R4],
        ChangeableFact.OwnsHomeWhereRegistered => [RuleId.R4, RuleId.R5],
        ChangeableFact.PermitHeld => [RuleId.R7],
        ChangeableFact.TenancyFiled => [RuleId.R7T],
        ChangeableFact.InsuredInDistrict => [RuleId.R7, RuleId.R8],
        ChangeableFact.DisabilityCardHeld => [RuleId.RF],
    };

    internal static FactChange Of(Policy policy, ChangeableFact fact) => new(fact, Category: null, fact switch
    {
        ChangeableFact.BornInTime when policy.Find<AgeParameters>() is { } age => [RuleFinding.Text(age.OnDate.AddYears(-age.FullYears))],
        ChangeableFact.SettledInTime when policy.Find<CutOffParameters>() is { } cutOff => [RuleFinding.Text(cutOff.SettledBefore)],
        ChangeableFact.OwnsHomeWhereRegistered when policy.Find<ShareParameters>() is { } share => [$"{Fraction.Of(share.MoreThan)}"],
        ChangeableFact.PermitHeld when policy.Find<PermitParameters>() is { } permit => [RuleFinding.Text(permit.IssuedBefore), RuleFinding.Text(permit.ValidUntil)],
        ChangeableFact.TenancyFiled when policy.Find<TenancyParameters>(RuleId.R7T) is { } tenancy => [RuleFinding.Text(tenancy.AsOf.AddMonths(-tenancy.Months))],
        ChangeableFact.InsuredInDistrict when policy.Find<InsuranceParameters>() is { } insurance => [RuleFinding.Text(insurance.MinimumMonths), RuleFinding.Text(insurance.WindowEnd)],
        ChangeableFact.DisabilityCardHeld when policy.Find<DisabilityCardParameters>() is { } card => [RuleFinding.Text(card.ValidUntil)],
        _ => [],
    });

    internal static FactChange Claim(CategoryCode category) => new(ChangeableFact.ClaimedCategory, category, []);

    internal static T? Find<T>(this Policy policy, RuleId? id = null) where T : RuleParameters =>
        policy.Rules.Where(rule => id is null || rule.Id == id).Select(rule => rule.Parameters).OfType<T>().FirstOrDefault();

    private static Situation Apply(Situation situation, FactChange change) => change.Fact switch
    {
        ChangeableFact.ClaimedCategory => situation with { Form = situation.Form with { Category = change.Category!.Value } },
        ChangeableFact.BornInTime => PersonChanges.BornInTime(situation),
        ChangeableFact.IdentityAgrees => PersonChanges.IdentityAgrees(situation),
        ChangeableFact.GuardianshipRecorded => PersonChanges.GuardianshipRecorded(situation),
        ChangeableFact.RegisteredInDistrict => RegisterChanges.InDistrict(situation),
        ChangeableFact.RegisteredWithFamily => RegisterChanges.WithFamily(situation),
        ChangeableFact.SettledInTime => RegisterChanges.SettledInTime(situation),
        ChangeableFact.LivesWhereRegistered => RegisterChanges.LivesThere(situation),
        ChangeableFact.OwnsHomeWhereRegistered => RegisterChanges.OwnsHome(situation),
        ChangeableFact.PermitHeld => MigrantChanges.PermitHeld(situation),
        ChangeableFact.TenancyFiled => MigrantChanges.TenancyFiled(situation),
        ChangeableFact.InsuredInDistrict => MigrantChanges.Insured(situation),
        ChangeableFact.DisabilityCardHeld => PersonChanges.DisabilityCardHeld(situation),
    };
}
