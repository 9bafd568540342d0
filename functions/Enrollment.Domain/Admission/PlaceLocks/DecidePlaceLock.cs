using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.PlaceLocks;

/// <summary>Decides claims and releases on a home's history; the storage makes of it one conditional write.</summary>
public static class DecidePlaceLock
{
    /// <summary>Decides a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="history">All places taken by the home, released ones included, in any order.</param>
    /// <param name="policy">Where the rule holds.</param>
    /// <param name="today">The day on which the application's own places at other schools end, should it change school.</param>
    public static PlaceLockDecision Claim(PlaceClaim claim, IReadOnlyList<PlaceRecord> history, PlaceLockPolicy policy, DateOnly today)
    {
        var held = history.Where(record => record.Release is null).ToList();
        if (held.Find(record => record.Owner == claim.Owner && record.School == claim.School) is { } standing)
            return new PlaceLockDecision.Standing(standing);
        if (!policy.Binds(claim.IsMunicipal, claim.IsTight))
            return new PlaceLockDecision.SchoolNotBound();
        var others = held.Where(record => record.Owner != claim.Owner && (policy.Scope is PlaceLockScope.District || record.School == claim.School)).ToList();
        return HomeLock.Judge(claim.Home, others.Select(record => record.Taken), holder => holder == claim.Householder, policy.Numbers) switch
        {
            HomeLock.NotAskedFor => new PlaceLockDecision.HomeNotBound(),
            HomeLock.Free => Take(claim, held, policy, besideSibling: false, today),
            HomeLock.SameHouseholder => Take(claim, held, policy, besideSibling: true, today),
            HomeLock.Locked locked => new PlaceLockDecision.Refused(HolderOf(others, claim, policy, locked), locked.On, locked.Until),
            _ => throw new InvalidOperationException("HomeLock is closed."),
        };
    }

    /// <summary>The application's places, released; none when it holds none, or none any more.</summary>
    public static IReadOnlyList<PlaceRecord> Release(string owner, IReadOnlyList<PlaceRecord> history, PlaceRelease release) =>
        [.. history.Where(record => record.Owner == owner && record.Release is null).Select(record => record with { Release = release })];

    private static PlaceLockDecision.Take Take(PlaceClaim claim, List<PlaceRecord> held, PlaceLockPolicy policy, bool besideSibling, DateOnly today) => new(
        new PlaceRecord(claim.Owner, claim.Home.UnitNo, claim.School, policy.Numbers.OnDate, claim.Householder), besideSibling,
        Release(claim.Owner, held, new PlaceRelease(today, PlaceReleaseReason.NotTakenUp)));

    /// <summary>The history with a place of an earlier year; null when it was entered before, released since or not.</summary>
    /// <param name="earlier">The place, its owner a number made of what it is.</param>
    /// <param name="history">All places taken by the home.</param>
    public static IReadOnlyList<PlaceRecord>? Enter(PlaceRecord earlier, IReadOnlyList<PlaceRecord> history) =>
        history.Any(record => record.Owner == earlier.Owner) ? null : [.. history, earlier];

    // The one the rule fell over: of that day, and not of a householder it excepts.
    private static string HolderOf(List<PlaceRecord> others, PlaceClaim claim, PlaceLockPolicy policy, HomeLock.Locked locked) => others
        .Where(record => record.TakenOn == locked.On && record.Home == claim.Home.UnitNo && !(policy.Numbers.SameHouseholderExempt && record.Householder == claim.Householder))
        .OrderBy(record => record.Householder, StringComparer.Ordinal).First().Owner;
}
