using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Explaining;

/// <summary>Finds the smallest set of facts that would have led to a better category, by trying them in the order of their size.</summary>
public static class WhatWouldHaveChanged
{
    /// <summary>No larger set is tried: a family that lacks more than this belongs to another category.</summary>
    public const int LargestSet = 5;

    /// <summary>Searches.</summary>
    /// <param name="situation">What was decided by.</param>
    /// <param name="stands">The category that stands, by a machine or a person; null for the one the registers prove.</param>
    /// <returns>Null where the category is the best a register can prove, or no set up to <see cref="LargestSet"/> leads to a better one.</returns>
    public static Counterfactual? Find(Situation situation, CategoryCode? stands = null)
    {
        var (policy, claim) = (situation.Policy, situation.Policy.Category(situation.Form.Category));
        var now = stands ?? ProvedBy(situation.Decide());
        if (IsBest(policy, claim, now))
            return null;
        var candidates = Candidates(situation, claim).ToList();
        for (var size = 1; size <= LargestSet; size++)
        {
            // Of equal sets one that leaves the claim as it is, then one that proves it, then the one that leads furthest, then the first.
            var best = SetsOf(candidates, size).Select(set => Try(situation, set, now)).OfType<Counterfactual>()
                .OrderBy(found => found.Changes[0].Fact is ChangeableFact.ClaimedCategory ? 1 : 0)
                .ThenBy(found => found.Leads == claim.Name ? 0 : 1).ThenBy(found => found.NeedsPerson ? 1 : 0).ThenBy(found => policy.Category(found.Leads).Group).FirstOrDefault();
            if (best is not null)
                return best;
        }
        return null;
    }

    private static CategoryCode? ProvedBy(Verdict verdict) => verdict switch
    {
        Verdict.Established established => established.Category,
        Verdict.ForAPerson forAPerson => forAPerson.Proposed,
        _ => throw new InvalidOperationException("Verdict is closed."),
    };

    // A wish of its own (a certificate, a deferral) is answered when it is established; another category is no better answer to it.
    private static bool IsBest(Policy policy, PolicyCategory claim, CategoryCode? now) => claim.Kind is CategoryKind.OnRequest
        ? !claim.IsProvable || now == claim.Name
        : now is { } proved && policy.Categories.Where(category => category.IsOpenTo(claim.Name)).All(category => category.Group >= policy.Category(proved).Group);

    private static IEnumerable<FactChange> Candidates(Situation situation, PolicyCategory claim)
    {
        var policy = situation.Policy;
        var claims = claim.Kind is not CategoryKind.Ranked ? []
            : policy.Categories.Where(category => category is { Kind: CategoryKind.Ranked, IsProvable: true } && category != claim)
                .Select(category => FactChanges.Claim(category.Name)).ToList();
        var evidences = claims.Select(change => situation.Apply([change])).Prepend(situation).Select(s => s.Evidence).ToList();
        var facts = Enum.GetValues<ChangeableFact>().Where(fact => FactChanges.RulesOf(fact).Any(rule =>
            policy.Rules.Any(defined => defined.Id == rule) && evidences.Any(e => EligibilityRules.Judge(policy.Rule(rule), e).Result is not RuleResult.Satisfied)));
        return [.. claims, .. facts.Select(fact => FactChanges.Of(policy, fact))];
    }

    private static Counterfactual? Try(Situation situation, IReadOnlyList<FactChange> set, CategoryCode? now)
    {
        var (policy, changed) = (situation.Policy, situation.Apply(set));
        var verdict = changed.Decide();
        return ProvedBy(verdict) is { } leads && IsBetter(policy, policy.Category(changed.Form.Category), leads, now)
            ? new Counterfactual(set, leads, verdict is not Verdict.Established)
            : null;
    }

    private static bool IsBetter(Policy policy, PolicyCategory claim, CategoryCode leads, CategoryCode? now) => claim.Kind is CategoryKind.OnRequest
        ? leads == claim.Name
        : now is not { } stands || policy.Category(leads).Group < policy.Category(stands).Group;

    private static IEnumerable<IReadOnlyList<FactChange>> SetsOf(IReadOnlyList<FactChange> candidates, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }
        for (var first = from; first <= candidates.Count - size; first++)
        {
            // One claim at a time: the claims stand first, and the rest of the set comes from behind them.
            var next = candidates[first].Fact is ChangeableFact.ClaimedCategory ? LastClaim(candidates) + 1 : first + 1;
            foreach (var rest in SetsOf(candidates, size - 1, next))
                yield return [candidates[first], .. rest];
        }
    }

    private static int LastClaim(IReadOnlyList<FactChange> candidates) => candidates.TakeWhile(change => change.Fact is ChangeableFact.ClaimedCategory).Count() - 1;
}
