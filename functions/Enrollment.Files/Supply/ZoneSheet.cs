using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Zones;

namespace Enrollment.Files.Supply;

/// <summary>Service areas as lists: one row a street range, compound, building or address.</summary>
internal sealed class ZoneSheet(SupplyFaults faults)
{
    private const int MostRows = 100_000;

    private static readonly SupplyColumn Code = new("zone", "片区代码", IsRequired: true);
    private static readonly SupplyColumn Kind = new("kind", "片区类型", IsRequired: true);
    private static readonly SupplyColumn Schools = new("schools", "学校代码", IsRequired: true, MostLength: 400);
    private static readonly SupplyColumn From = new("validFrom", "起始年份", IsRequired: true);
    private static readonly SupplyColumn To = new("validTo", "终止年份", IsRequired: false);

    private static readonly Dictionary<string, ZoneKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["single"] = ZoneKind.SingleSchool,
        ["单校"] = ZoneKind.SingleSchool,
        ["multi"] = ZoneKind.MultiSchool,
        ["多校"] = ZoneKind.MultiSchool,
    };

    private readonly Dictionary<ZoneCode, List<Row>> _zones = [];

    public IReadOnlyList<Zone> Zones => [.. _zones.OrderBy(zone => zone.Key.Value, StringComparer.Ordinal).Select(zone => new Zone(zone.Key, zone.Value[0].Kind,
        [.. zone.Value.SelectMany(row => row.Schools.Select(school => new ZoneSchool(school, row.Entry.Years))).Distinct()], [.. zone.Value.Select(row => row.Entry)]))];

    public void Read(Stream csv) =>
        new SupplySheet(SupplyFile.Zones, [Code, Kind, Schools, From, To, .. ClaimColumns.All], MostRows, faults).Read(csv, Add);

    private void Add(SupplyRow row)
    {
        var (zone, kind, schools) = (ZoneIn(row, Code), row.Choice(Kind, Kinds, isRequired: true), SchoolsIn(row));
        var (from, to) = (row.Number(From, SchoolSheet.FirstYear, SchoolSheet.LastYear, isRequired: true), row.Number(To, SchoolSheet.FirstYear, SchoolSheet.LastYear));
        if (from > to)
            row.Add(To, SupplyFaultCode.RangeReversed);
        var claim = ClaimColumns.Read(row);
        if (row.IsFaulty)
            return;
        if (kind is ZoneKind.SingleSchool && schools!.Count > 1)
            row.Add(Schools, SupplyFaultCode.SeveralSchools);
        if (kind is ZoneKind.MultiSchool && schools!.Count == 1)
            row.Add(Schools, SupplyFaultCode.OneSchoolOnly);
        Compare(row, zone!, new Row(kind!.Value, schools!, new ZoneEntry(claim!, new YearSpan(from!.Value, to), row.Line)));
    }

    private void Compare(SupplyRow row, ZoneCode zone, Row read)
    {
        if (!_zones.TryGetValue(zone, out var rows))
            _zones.Add(zone, rows = []);
        else if (rows[0].Kind != read.Kind)
            row.Add(Kind, SupplyFaultCode.ZoneKindsDiffer, Text(rows[0].Entry.Line));
        // Rows of a zone nearly always have the schools and years of the row before.
        else if (!rows[^1].Schools.SequenceEqual(read.Schools) && rows.Find(other => Meet(other.Entry.Years, read.Entry.Years) && !other.Schools.SequenceEqual(read.Schools)) is { } first)
            row.Add(Schools, SupplyFaultCode.ZoneSchoolsDiffer, Text(first.Entry.Line));
        rows.Add(read);
    }

    public static ZoneCode? ZoneIn(SupplyRow row, SupplyColumn column)
    {
        if (row.Text(column, isRequired: true) is not { } text)
            return null;
        if (ZoneCode.TryParse(text, out var code))
            return code;
        row.Add(column, SupplyFaultCode.CodeForm);
        return null;
    }

    private static List<SchoolCode>? SchoolsIn(SupplyRow row)
    {
        if (row.Text(Schools) is not { } text)
            return [];
        var codes = new List<SchoolCode>();
        foreach (var part in text.Split([' ', ';', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (SchoolCode.TryParse(part, out var code))
                codes.Add(code);
            else
                row.Add(Schools, SupplyFaultCode.CodeForm);
        }
        return [.. codes.Distinct().OrderBy(code => code.Value, StringComparer.Ordinal)];
    }

    private static bool Meet(YearSpan one, YearSpan other) => one.Holds(Math.Max(one.From, other.From)) && other.Holds(Math.Max(one.From, other.From));

    private static string Text(int line) => line.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(ZoneKind Kind, List<SchoolCode> Schools, ZoneEntry Entry);
}
