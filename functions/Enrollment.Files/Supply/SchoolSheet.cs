using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Files.Supply;

/// <summary>Schools with their plans: one row a school and intake year.</summary>
internal sealed class SchoolSheet(SupplyFaults faults)
{
    public const int FirstYear = 2000, LastYear = 2100;
    private const int MostRows = 20_000;
    private const int MostSeats = 10_000;
    private const int MostMeters = 100_000_000;

    private static readonly SupplyColumn Code = new("code", "学校代码", IsRequired: true);
    private static readonly SupplyColumn Name = new("name", "学校名称", IsRequired: true);
    private static readonly SupplyColumn Authority = new("authority", "主管部门", IsRequired: true);
    private static readonly SupplyColumn Year = new("year", "招生年份", IsRequired: true);
    private static readonly SupplyColumn Seats = new("seats", "招生计划", IsRequired: true);
    private static readonly SupplyColumn Tight = new("tight", "学位紧张", IsRequired: false);
    private static readonly SupplyColumn Method = new("method", "录取办法", IsRequired: false);
    private static readonly SupplyColumn East = new("east", "东坐标", IsRequired: false);
    private static readonly SupplyColumn North = new("north", "北坐标", IsRequired: false);

    private static readonly Dictionary<string, SchoolAuthority> Authorities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Municipal"] = SchoolAuthority.Municipal,
        ["市直"] = SchoolAuthority.Municipal,
        ["District"] = SchoolAuthority.District,
        ["区属"] = SchoolAuthority.District,
        ["Private"] = SchoolAuthority.Private,
        ["民办"] = SchoolAuthority.Private,
    };

    private static readonly Dictionary<string, AdmissionMethod> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SettlementDate"] = AdmissionMethod.SettlementDate,
        ["落户先后"] = AdmissionMethod.SettlementDate,
        ["Lot"] = AdmissionMethod.Lot,
        ["电脑派位"] = AdmissionMethod.Lot,
    };

    public static readonly IReadOnlyDictionary<string, bool> YesNo = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase) { ["yes"] = true, ["是"] = true, ["no"] = false, ["否"] = false };

    private readonly List<SchoolYear> _schools = [];
    private readonly Dictionary<(SchoolCode, int), int> _lines = [];

    public IReadOnlyList<SchoolYear> Schools => _schools;

    public int LineOf(SchoolYear school) => _lines[(school.Code, school.Year)];

    public void Read(Stream csv) =>
        new SupplySheet(SupplyFile.Schools, [Code, Name, Authority, Year, Seats, Tight, Method, East, North], MostRows, faults).Read(csv, Add);

    private void Add(SupplyRow row)
    {
        var (code, name, authority) = (SchoolIn(row, Code), row.Text(Name, isRequired: true), row.Choice(Authority, Authorities, isRequired: true));
        var (year, seats) = (row.Number(Year, FirstYear, LastYear, isRequired: true), row.Number(Seats, 0, MostSeats, isRequired: true));
        var (tight, method, at) = (row.Choice(Tight, YesNo), row.Choice(Method, Methods), Point(row));
        if (code is not null && year is { } of && !_lines.TryAdd((code, of), row.Line))
            row.Add(Code, SupplyFaultCode.SchoolTwice, _lines[(code, of)].ToString(CultureInfo.InvariantCulture));
        if (!row.IsFaulty)
            _schools.Add(new SchoolYear(code!, name!, authority!.Value, year!.Value, seats!.Value, tight ?? false, method ?? AdmissionMethod.SettlementDate, at));
    }

    public static SchoolCode? SchoolIn(SupplyRow row, SupplyColumn column)
    {
        if (row.Text(column, isRequired: true) is not { } text)
            return null;
        if (SchoolCode.TryParse(text, out var code))
            return code;
        row.Add(column, SupplyFaultCode.CodeForm);
        return null;
    }

    private static MeterPoint? Point(SupplyRow row)
    {
        if (!row.Has(East) && !row.Has(North))
            return null;
        return (row.Number(East, -MostMeters, MostMeters, isRequired: true), row.Number(North, -MostMeters, MostMeters, isRequired: true)) is ({ } east, { } north)
            ? new MeterPoint(east, north)
            : null;
    }
}
