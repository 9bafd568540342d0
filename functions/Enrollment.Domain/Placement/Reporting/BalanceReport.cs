using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>How alike the classes of a placement are, as it is published: exact figures, rounded by whole numbers (docs/balance-report.md).</summary>
/// <param name="Format">What the report says it is.</param>
/// <param name="Pupils">How many.</param>
/// <param name="Classes">How many.</param>
/// <param name="Lots">How many random lots of the same roster it is compared with.</param>
/// <param name="FewerThan">Counts below this are withheld; null where nothing is.</param>
/// <param name="Counts">Heads, boys, girls, special needs, then each level of each category.</param>
/// <param name="Numbers">Each number.</param>
/// <param name="Overall">All of it together.</param>
public sealed record BalanceReport(string Format, int Pupils, int Classes, int Lots, int? FewerThan, IReadOnlyList<CountLine> Counts, IReadOnlyList<NumberLine> Numbers,
    OverallLine Overall)
{
    /// <summary>What the member <c>format</c> says.</summary>
    public const string KnownFormat = "enrollment-balance-report/1";

    private const int Digits = 3;
    private const int FineDigits = 6;
    private const int Thousandths = 1000;
    private const int MostLots = 1000, FewestLots = 20, PupilsDrawn = 20_000_000;

    /// <summary>With how many random lots a roster of so many pupils is compared.</summary>
    public static int LotsFor(int pupils) => pupils == 0 ? 0 : Math.Clamp(PupilsDrawn / pupils, FewestLots, MostLots);

    /// <summary>The report of a drawn placement, from its own seed.</summary>
    public static BalanceReport Of(PlacementResult result, AttributeTable? table, DrawSeed seed, CancellationToken cancellationToken = default) =>
        Of(result.List, table, [.. Enumerable.Range(0, result.Groups.Count).Select(result.ClassOf)], seed, cancellationToken);

    /// <summary>The report of any placement of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="table">The attributes of its pupils; null when it names none.</param>
    /// <param name="classOf">The class (from 1) of each pupil, in list order.</param>
    /// <param name="seed">Of the random lots.</param>
    /// <param name="cancellationToken">Stops a long comparison.</param>
    public static BalanceReport Of(PlacementList list, AttributeTable? table, IReadOnlyList<int> classOf, DrawSeed seed, CancellationToken cancellationToken = default)
    {
        table ??= new AttributeTable(default, [], [.. list.Rows.Select(row => row.Row)], [.. list.Rows.Select(_ => Array.Empty<int>())]);
        var figures = BalanceFigures.Of(list, table, classOf);
        var meter = new LotMeter(list, table);
        var lots = RandomLots.Compare(list, meter, classOf, seed, cancellationToken);
        return new BalanceReport(
            KnownFormat, list.Rows.Count, list.Classes, lots.Drawn, FewerThan: null,
            CountLines(list, meter, classOf, lots.Counts),
            [.. figures.Numbers.Select((number, n) => LineOf(number, BalanceIndex.Squared(ColumnOf(number.Name, table), classOf, list.Classes), lots.Means[n], lots.Deviations[n]))],
            new OverallLine(Rounded(figures.Objective, FineDigits), Rounded(figures.LowerBound, FineDigits), Rounded(figures.Excess, FineDigits), lots.Objective));
    }

    /// <summary>What everybody may see: without figures that could tell about one child.</summary>
    public BalanceReport ForPublic() => ReportPrivacy.Withhold(this);

    /// <summary>As one JSON object.</summary>
    public byte[] ToJson() => BalanceReportJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static BalanceReport FromJson(ReadOnlySpan<byte> json) => BalanceReportJson.Read(json);

    private static List<CountLine> CountLines(PlacementList list, LotMeter meter, IReadOnlyList<int> classOf, IReadOnlyList<Standing> lots)
    {
        var lines = new List<CountLine>();
        Add("heads", level: null, _ => true);
        Add("boys", level: null, i => list.Rows[i].Sex is Sex.Male);
        Add("girls", level: null, i => list.Rows[i].Sex is not Sex.Male);
        Add("special-needs", level: null, i => list.Rows[i].SpecialNeeds);
        foreach (var category in meter.Categories)
        {
            for (var code = 0; code < category.Values.Distinct.Count; code++)
            {
                var shown = code;
                Add(category.Name, category.Values.Distinct[code], i => category.Values.Codes[i] == shown);
            }
        }
        return lines;

        void Add(string name, int? level, Func<int, bool> isCounted)
        {
            var counts = new int[list.Classes];
            for (var i = 0; i < classOf.Count; i++)
                counts[classOf[i] - 1] += isCounted(i) ? 1 : 0;
            lines.Add(new CountLine(name, level, [.. counts], counts.Max() - counts.Min(), lots[lines.Count]));
        }
    }

    private static NumberLine LineOf(NumberBalance number, Fraction? squaredIndex, Standing means, Standing deviations)
    {
        var index = squaredIndex is { } squared ? BalanceIndex.ToThousandths(squared) : (long?)null;
        return new NumberLine(
            number.Name,
            [.. number.Means.Select(mean => mean is { } value ? Rounded(value, Digits) : (decimal?)null)],
            [.. number.Deviations.Select(OfThousandths)],
            Rounded(number.MeanRange, Digits), OfThousandths(number.DeviationRange), Rounded(number.Distance, Digits),
            OfThousandths(index), index is { } known ? BalanceIndex.BandOf(known) : null, means, deviations);
    }

    private static int[] ColumnOf(string name, AttributeTable table)
    {
        var column = table.Attributes.Select((attribute, a) => (attribute.Name, a)).Single(pair => pair.Name == name).a;
        return [.. table.Values.Select(row => row[column])];
    }

    private static decimal? OfThousandths(long? value) => value is { } known ? Rounded(new Fraction(known, Thousandths), Digits) : null;

    private static decimal Rounded(Fraction value, int digits) => decimal.Parse(value.ToString(digits), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
