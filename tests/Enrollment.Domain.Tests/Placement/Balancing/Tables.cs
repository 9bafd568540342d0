using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Balancing;

/// <summary>Attribute tables for tests, and lists that name them.</summary>
internal static class Tables
{
    public static AttributeTable Of(PlacementList list, AttributeColumn[] columns, Func<int, int[]> values) =>
        new(Digest.Of("salt"u8), columns, [.. list.Rows.Select(row => row.Row)], [.. Enumerable.Range(0, list.Rows.Count).Select(values)]);

    public static PlacementList Naming(this PlacementList list, AttributeTable table, SearchBudget budget) =>
        list with { Mode = PlacementMode.Optimised, Search = budget, Attributes = table.Digest };

    /// <summary>Two scores, their sum with bands, and a school: ordinary pupils from one seed.</summary>
    public static AttributeTable Ordinary(PlacementList list, int seed)
    {
        var chance = Lists.Seed(seed).Chance("ordinary table");
        return Of(list,
            [
                new AttributeColumn.Number("math", 1000, 500, Bands: false, 0),
                new AttributeColumn.Number("music", 1000, 500, Bands: false, 0),
                new AttributeColumn.Number("total", 1000, 500, Bands: true, 100),
                new AttributeColumn.Category("school", 1000),
                new AttributeColumn.Category("boarding", 1000),
            ],
            _ =>
            {
                var (math, music) = (400 + 5 * chance.Below(61) + 5 * chance.Below(61), 400 + 5 * chance.Below(121));
                return [math, music, math + music, chance.Below(1 + chance.Below(6)), chance.Below(5) / 4];
            });
    }
}
