using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>An attribute, or what the list itself says, with the features that are balanced of it.</summary>
internal sealed record BalanceColumn(string Name, bool IsNumber, ColumnValues Values, IReadOnlyList<Feature> Features)
{
    // What the list spreads by quota counts too where placements are compared: as much as in the usual profile.
    private const int SexWeight = 2000;
    private const int SpecialNeedsWeight = 1000;
    private const int Thousandths = 1000;

    public static IReadOnlyList<BalanceColumn> Of(PlacementList list, AttributeTable table)
    {
        var features = Feature.Of(table).ToLookup(feature => feature.Column.Attribute);
        BalanceColumn[] ofList =
        [
            OfList("sex", list, row => row.Sex is Sex.Male, SexWeight),
            OfList("special-needs", list, row => row.SpecialNeeds, SpecialNeedsWeight),
        ];
        return
        [
            // A table may have them as columns of its own.
            .. ofList.Where(column => table.Attributes.All(attribute => attribute.Name != column.Name)),
            .. table.Attributes.Select((attribute, a) =>
                new BalanceColumn(attribute.Name, attribute is AttributeColumn.Number, features[a].FirstOrDefault()?.Column ?? ColumnValues.Of(a, table), [.. features[a]])),
        ];
    }

    private static BalanceColumn OfList(string name, PlacementList list, Func<PlacementRow, bool> has, int weight)
    {
        int[] codes = [.. list.Rows.Select(row => has(row) ? 1 : 0)];
        var values = new ColumnValues(-1, [0, 1], [codes.Count(code => code == 0), codes.Count(code => code == 1)], codes);
        return new BalanceColumn(name, IsNumber: false, values,
            values.Counts.Contains(0) ? [] : [new Feature(values, FeatureKind.Level, weight, Thousandths, Step: 1, [0, 1])]);
    }
}
