using System.Globalization;
using System.Text;
using Enrollment.Files.Supply;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Tests.Supply;

/// <summary>A sound little district; a test spoils one thing.</summary>
internal sealed record SomeSupply
{
    public const string SchoolHeader = "code,name,authority,year,seats,tight,method,east,north";
    public const string ZoneHeader = "zone,kind,schools,validFrom,validTo,street,numbersFrom,numbersTo,parity,compound,buildingsFrom,buildingsTo,address";

    public byte[] Schools { get; init; } = Csv(SchoolHeader, "LC001,南山小学,District,2026,90,no,Lot,100,100", "LC002,黄石小学,Municipal,2026,60,yes,SettlementDate,1100,100");

    public byte[] Zones { get; init; } = Csv(ZoneHeader,
        "Z0001,single,LC001,2020,,榕荫路,1,199,odd,,,,", "Z0002,single,LC002,2020,,榕荫路,2,200,even,,,,", "Z0003,multi,LC001 LC002,2020,,桐影街,,,,锦绣花园,,,");

    public byte[]? Map { get; init; }

    public byte[]? Buildings { get; init; }

    public PlaneUnit Unit { get; init; } = PlaneUnit.Meters;

    public static byte[] Csv(string header, params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header)));

    public SomeSupply WithZones(params string[] rows) => this with { Zones = Csv(ZoneHeader, rows) };

    public SomeSupply WithZone(string row) => this with { Zones = [.. Zones, .. Encoding.UTF8.GetBytes("\n" + row)] };

    public SomeSupply WithSchool(string row) => this with { Schools = [.. Schools, .. Encoding.UTF8.GetBytes("\n" + row)] };

    /// <summary>Features as zone and rings.</summary>
    public SomeSupply WithMap(params (string Zone, string Coordinates)[] polygons) => this with
    {
        Map = Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(',', polygons.Select(polygon => Feature(polygon.Zone, polygon.Coordinates)))}}]}"""),
    };

    public SupplyReading Read(int? year = null) => ReadSupply.Of(new SupplyFiles(Stream(Schools)!, Stream(Zones)!, Stream(Map), Stream(Buildings), "鲤城区", Unit), year);

    /// <summary>What was found, as "file line code detail".</summary>
    public IReadOnlyList<string> Found() => [.. (Read() switch
    {
        SupplyReading.Read read => read.Findings,
        SupplyReading.Faulty faulty => faulty.Faults,
        _ => throw new InvalidOperationException("SupplyReading is closed."),
    }).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.File} {fault.Line} {fault.Code.ToWireForm()} {fault.Detail}").TrimEnd())];

    public static string Square(int left, int bottom, int side) => string.Create(CultureInfo.InvariantCulture,
        $"[[[{left},{bottom}],[{left + side},{bottom}],[{left + side},{bottom + side}],[{left},{bottom + side}],[{left},{bottom}]]]");

    private static string Feature(string zone, string coordinates) =>
        $$$"""{"type":"Feature","properties":{"zone":"{{{zone}}}"},"geometry":{"type":"Polygon","coordinates":{{{coordinates}}}}}""";

    private static MemoryStream? Stream(byte[]? bytes) => bytes is null ? null : new MemoryStream(bytes);
}
