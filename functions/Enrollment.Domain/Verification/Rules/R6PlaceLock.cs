namespace Enrollment.Domain.Verification.Rules;

/// <summary>R6's numbers.</summary>
/// <param name="Since">Homes acquired or settled in since this day are bound.</param>
/// <param name="Years">For how many years a place binds the home.</param>
/// <param name="OnDate">The day the child would take its place.</param>
/// <param name="SameHouseholderExempt">Whether children of one householder are free of it.</param>
public sealed record PlaceLockParameters(DateOnly Since, int Years, DateOnly OnDate, bool SameHouseholderExempt) : RuleParameters;

/// <summary>
/// R6: one child a home in six years (六年一个学位), for homes since 2021-03-01 in municipal schools and those the bureau lists as tight; children
/// of one householder are exempt [S01][S04]. It decides a place at a school, never the category.
/// </summary>
public static class R6PlaceLock
{
    /// <summary>Judges the rule; of several homes at the address a free one counts.</summary>
    public static RuleFinding Judge(Evidence evidence, PlaceLockParameters parameters)
    {
        var (household, homes) = (evidence.Household, evidence.Homes);
        if (evidence.Facts.PlacesTaken is not { } places)
            return homes.Unknown(RuleId.R6, FindingReason.NotAsked);
        if (household.Missing is { } noHousehold)
            return household.Unknown(RuleId.R6, noHousehold);
        if (homes.Missing is { } noHomes)
            return homes.Unknown(RuleId.R6, noHomes);
        var findings = R4OneAddress.FamilyHomes(evidence).Select(home => OfHome(evidence, home, places, parameters)).ToList();
        return findings.Count == 0 ? homes.Unknown(RuleId.R6, FindingReason.NoHomeAtRegisteredAddress) : NearestFinding.Of(findings);
    }

    private static RuleFinding OfHome(Evidence evidence, HomeItem home, IReadOnlyList<PlaceTaken> places, PlaceLockParameters parameters)
    {
        var (homes, settled) = (evidence.Homes, evidence.Household.Child!.SettledDate);
        return HomeLock.Judge(new LockableHome(home.UnitNo, home.AcquiredDate, settled), places, idNo => IsHouseholder(evidence, idNo), parameters) switch
        {
            HomeLock.NotAskedFor => homes.Satisfied(RuleId.R6, FindingReason.PlaceLockNotAskedFor, RuleFinding.Text(home.AcquiredDate),
                RuleFinding.Text(settled), RuleFinding.Text(parameters.Since)),
            HomeLock.Free => homes.Satisfied(RuleId.R6, FindingReason.PlaceFree),
            HomeLock.SameHouseholder same => homes.Satisfied(RuleId.R6, FindingReason.PlaceOfSameHouseholder, RuleFinding.Text(same.On)),
            HomeLock.Locked locked => homes.NotSatisfied(RuleId.R6, FindingReason.PlaceLocked, RuleFinding.Text(locked.On), RuleFinding.Text(locked.Until)),
            _ => throw new InvalidOperationException("HomeLock is closed."),
        };
    }

    private static bool IsHouseholder(Evidence evidence, string idNo) => evidence.Household.Item!.Members.Any(member =>
        member.Relation is HouseholdRelation.Householder && string.Equals(member.IdNo, idNo, StringComparison.OrdinalIgnoreCase));
}
