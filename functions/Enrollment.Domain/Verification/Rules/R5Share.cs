namespace Enrollment.Domain.Verification.Rules;

/// <summary>R5's numbers: since when the share is asked for, and what the couple must exceed.</summary>
public sealed record ShareParameters(DateOnly Since, Share MoreThan) : RuleParameters;

/// <summary>
/// R5: of a home acquired, by whatever title, or settled in on or after 2021-03-01, the parents' or the grandparents' share, read as the
/// couple's sum, is strictly more than one half [S01][S04b]. Exact fractions: 1/2 fails, 51/100 passes [OWN].
/// Which couple owns the home is the deed's to say, not the form's.
/// </summary>
public static class R5Share
{
    /// <summary>Judges the rule; of several homes at the address the best counts.</summary>
    public static RuleFinding Judge(Evidence evidence, ShareParameters parameters)
    {
        var (household, homes) = (evidence.Household, evidence.Homes);
        if (household.Missing is { } noHousehold)
            return household.Unknown(RuleId.R5, noHousehold);
        if (homes.Missing is { } noHomes)
            return homes.Unknown(RuleId.R5, noHomes);
        var findings = R4OneAddress.FamilyHomes(evidence).Select(home => OfHome(evidence, home, parameters)).ToList();
        return findings.Count == 0 ? homes.Unknown(RuleId.R5, FindingReason.NoHomeAtRegisteredAddress) : NearestFinding.Of(findings);
    }

    private static RuleFinding OfHome(Evidence evidence, HomeItem home, ShareParameters parameters)
    {
        var (homes, settled) = (evidence.Homes, evidence.Household.Child!.SettledDate);
        if (home.AcquiredDate < parameters.Since && settled < parameters.Since)
        {
            return homes.Satisfied(RuleId.R5, FindingReason.ShareNotAskedFor, RuleFinding.Text(home.AcquiredDate),
                RuleFinding.Text(settled), RuleFinding.Text(parameters.Since));
        }
        return DeedShares.Of(home) is { } shares
            ? OfShares(evidence, shares, Fraction.Of(parameters.MoreThan))
            : homes.Unknown(RuleId.R5, FindingReason.SharesDoNotAddUp);
    }

    private static RuleFinding OfShares(Evidence evidence, IReadOnlyList<(HomeOwner Owner, Fraction Part)> shares, Fraction limit)
    {
        var parents = shares.Where(share => FamilyRelations.IsParent(evidence, share.Owner)).ToList();
        var ofParents = Fraction.Sum(parents.Select(share => share.Part));
        var ofGrandparents = Fraction.Sum(shares.Where(share => FamilyRelations.IsGrandparent(evidence, share.Owner)).Select(share => share.Part));
        var larger = ofGrandparents > ofParents ? ofGrandparents : ofParents;
        if (!(larger > limit))
            return evidence.Homes.NotSatisfied(RuleId.R5, FindingReason.ShareTooSmall, $"{larger}", $"{limit}");
        return ofGrandparents > limit || !AreDivorced(evidence) || OneAloneOwns(parents, limit)
            ? evidence.Homes.Satisfied(RuleId.R5, FindingReason.ShareSuffices, $"{larger}", $"{limit}")
            : evidence.Homes.Unknown(RuleId.R5, FindingReason.CoupleDivorced, $"{ofParents}");
    }

    private static bool OneAloneOwns(IEnumerable<(HomeOwner Owner, Fraction Part)> parents, Fraction limit) => parents
        .GroupBy(share => share.Owner.IdNo, StringComparer.OrdinalIgnoreCase)
        .Any(parent => Fraction.Sum(parent.Select(share => share.Part)) > limit);

    // The couple's sum is our reading; whether it holds for two who are no couple any more, a person says.
    private static bool AreDivorced(Evidence evidence)
    {
        var marriages = evidence.Marriages.Items
            .Where(item => evidence.Form.Guardians.All(guardian => item.IdNos.Any(guardian.Document.Names))).ToList();
        return marriages.Count > 0 && marriages
            .Where(item => item.EventDate == marriages.Max(other => other.EventDate)).Any(item => item.State is MarriageState.Divorced);
    }
}
