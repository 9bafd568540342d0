namespace Enrollment.Domain.Applications.Siblings;

/// <summary>What a family wishes for children who apply together (捆绑, DOMAIN.md R12).</summary>
public enum SiblingWish
{
    /// <summary>No wish: each is placed as if alone.</summary>
    None,
    /// <summary>One ticket: placed together or not at all.</summary>
    Together,
    /// <summary>Expressly not together.</summary>
    Apart,
}

/// <summary>Which applications of a household are one ticket in admission.</summary>
public static class SiblingBundles
{
    /// <summary>The bundles: brothers and sisters of whom each one's family wishes it. A child whose family does not is in none.</summary>
    /// <param name="household">Live applications of one household and year, in any order.</param>
    /// <param name="wishOf">The wish stored for an application.</param>
    /// <returns>Bundles of two or more, each in the order of application numbers, and so the bundles; the order given never matters.</returns>
    public static IReadOnlyList<IReadOnlyList<ApplicationId>> Of(IReadOnlyList<HouseholdEntry> household, Func<ApplicationId, SiblingWish> wishOf)
    {
        var willing = household.Where(entry => wishOf(entry.Application) is SiblingWish.Together)
            .OrderBy(entry => entry.Application.Value, StringComparer.Ordinal).ToList();
        var bundles = new List<IReadOnlyList<ApplicationId>>();
        while (willing.Count > 0)
        {
            var bundle = TakeConnected(willing);
            if (bundle.Count > 1)
                bundles.Add([.. bundle.Select(entry => entry.Application).OrderBy(id => id.Value, StringComparer.Ordinal)]);
        }
        return bundles;
    }

    private static List<HouseholdEntry> TakeConnected(List<HouseholdEntry> willing)
    {
        List<HouseholdEntry> taken = [willing[0]];
        willing.RemoveAt(0);
        for (var place = 0; place < taken.Count; place++)
        {
            var kin = willing.Where(other => taken[place].KinOf(other) is SiblingKind.MultipleBirth or SiblingKind.Sibling).ToList();
            taken.AddRange(kin);
            willing.RemoveAll(kin.Contains);
        }
        return taken;
    }
}
