using System.Globalization;
using Enrollment.Domain.Draws;
using static Enrollment.Domain.Placement.CanonicalText;
using static Enrollment.Domain.Placement.LineCursor;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>The canonical form of an attribute table, written and read.</summary>
internal static class AttributeTableText
{
    private const string Format = "enrollment-attributes/1";
    private const int Bands = 12;
    private const int LongestName = 40;
    private const int MostWeight = 1_000_000;
    private const int MostValue = 9_999_999;
    private const int Any = 999_999_999;

    public static IReadOnlyList<string> Write(AttributeTable table) =>
    [
        Format,
        $"salt {table.Salt}",
        .. table.Attributes.Select(Write),
        $"rows {Of(table.Rows.Count)}",
        .. table.Rows.Select((row, i) => $"{row} {string.Join(' ', table.Values[i].Select(Of))}"),
    ];

    public static AttributeTable? Read(IReadOnlyList<string> lines)
    {
        try
        {
            return Read(new LineCursor(lines));
        }
        catch (NotCanonicalException)
        {
            // The caller's outcome is "not a table"; which line is of no use to anybody.
            return null;
        }
    }

    private static string Write(AttributeColumn attribute) => attribute switch
    {
        AttributeColumn.Number number => string.Create(CultureInfo.InvariantCulture,
            $"number {number.Name} {number.MeanWeight} {number.SpreadWeight} {(number.Bands ? Bands : 0)} {number.BandWeight}"),
        AttributeColumn.Category category => $"category {category.Name} {Of(category.Weight)}",
        _ => throw new ArgumentOutOfRangeException(nameof(attribute)),
    };

    private static AttributeTable Read(LineCursor lines)
    {
        Demand(lines.Next() == Format);
        Demand(Digest.TryParse(lines.After("salt "), out var salt));
        var attributes = new List<AttributeColumn>();
        while (!lines.StartsWith("rows "))
            attributes.Add(AttributeOf(lines.Next().Split(' ')));
        Demand(attributes.Count > 0 && attributes.Select(attribute => attribute.Name).Distinct(StringComparer.Ordinal).Count() == attributes.Count);
        var count = Need(Number(lines.After("rows "), Any));
        var (rows, values) = (new List<RowCode>(), new List<int[]>());
        for (var i = 0; i < count; i++)
        {
            var parts = lines.Next().Split(' ');
            Demand(parts.Length == attributes.Count + 1);
            Demand(RowCode.TryParse(parts[0], out var row));
            rows.Add(row);
            values.Add([.. parts.Skip(1).Select(part => Need(Number(part, MostValue)))]);
        }
        Demand(lines.IsAtEnd);
        return new AttributeTable(salt, attributes, rows, values);
    }

    private static AttributeColumn AttributeOf(string[] parts)
    {
        Demand(parts.Length > 2 && parts[1].Length is > 0 and <= LongestName);
        switch (parts)
        {
            case ["number", var name, var mean, var spread, "0" or "12", var band]:
                return new AttributeColumn.Number(name, WeightOf(mean), WeightOf(spread), parts[4] == "12", WeightOf(band));
            case ["category", var name, var weight]:
                return new AttributeColumn.Category(name, WeightOf(weight));
            default:
                throw new NotCanonicalException();
        }
    }

    private static int WeightOf(string text) => Need(Number(text, MostWeight));
}
