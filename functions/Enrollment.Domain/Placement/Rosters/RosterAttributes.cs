using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>What of a roster the search balances, and how heavy each is.</summary>
internal static class RosterAttributes
{
    private const int Weight = 1000;
    private const int Light = 500;
    private const int BandWeight = 100;

    public static AttributeTable? Of(Roster roster, RosterPupil[] pupils, RowCode[] rows, PlacementOptions options, Digest salt)
    {
        var columns = (options.Mode is PlacementMode.Optimised ? Balanced(roster, options.Profile) : options.Spread.Distinct().Order().Select(Spread))
            .Select(column => (column.Attribute, Values: column.Values(pupils))).ToArray();
        return columns.Length == 0
            ? null
            : new AttributeTable(salt, [.. columns.Select(column => column.Attribute)], rows,
                [.. pupils.Select((_, i) => columns.Select(column => column.Values[i]).ToArray())]);
    }

    private static IEnumerable<Column> Balanced(Roster roster, WeightProfile profile)
    {
        var isMeansFirst = profile is WeightProfile.MeansFirst;
        var mean = isMeansFirst ? 10 * Weight : Weight;
        var scores = roster.ScoreNames.Count;
        for (var s = 0; s < scores; s++)
        {
            var score = s;
            var hasBands = isMeansFirst && scores == 1;
            yield return new Column(new AttributeColumn.Number($"score:{roster.ScoreNames[s]}", mean, Light, hasBands, hasBands ? BandWeight : 0),
                pupils => [.. pupils.Select(pupil => pupil.Scores[score])]);
        }
        if (scores > 1)
        {
            yield return new Column(new AttributeColumn.Number("total", mean, Light, isMeansFirst, isMeansFirst ? BandWeight : 0),
                pupils => [.. pupils.Select(pupil => pupil.Scores.Sum())]);
        }
        yield return new Column(new AttributeColumn.Number("age", Light, 0, Bands: false, 0), AgesInMonths);
        yield return Category("sex", 2 * Weight, pupil => pupil.Sex.ToString());
        yield return Category("special-needs", Weight, pupil => pupil.SpecialNeed is null ? "" : "1");
        foreach (var by in Enum.GetValues<SpreadBy>())
            yield return Spread(by);
        for (var c = 0; c < roster.CategoryNames.Count; c++)
        {
            var category = c;
            yield return Category($"category:{roster.CategoryNames[c]}", Weight, pupil => pupil.Categories[category]);
        }
    }

    private static Column Spread(SpreadBy by) => by switch
    {
        SpreadBy.PrimarySchool => Category("primary-school", Weight, pupil => pupil.PrimarySchool ?? ""),
        SpreadBy.Boarding => Category("boarding", Weight, pupil => pupil.Boarding ? "1" : ""),
        SpreadBy.Migrant => Category("migrant", Weight, pupil => pupil.Migrant ? "1" : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    private static Column Category(string name, int weight, Func<RosterPupil, string> of) => new(new AttributeColumn.Category(name, weight), pupils =>
    {
        string[] levels = [.. pupils.Select(of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. pupils.Select(pupil => Array.BinarySearch(levels, of(pupil), StringComparer.Ordinal))];
    });

    /// <summary>Months younger than the oldest: whole numbers that do not depend on today.</summary>
    private static int[] AgesInMonths(RosterPupil[] pupils)
    {
        var first = pupils.Length == 0 ? default : pupils.Min(pupil => pupil.BirthDate);
        return [.. pupils.Select(pupil => (pupil.BirthDate.Year - first.Year) * 12 + pupil.BirthDate.Month - first.Month)];
    }

    private sealed record Column(AttributeColumn Attribute, Func<RosterPupil[], int[]> Values);
}
