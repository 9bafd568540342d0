using System.Text;
using CsCheck;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Tests.Supply;

public sealed class GeoJsonMapTests
{
    private static readonly SomeSupply Supply = new SomeSupply();

    [Fact]
    public void Map_NeighborsThatShareABorder_DoNotOverlap() =>
        Assert.Empty(Supply.WithMap(("Z0001", SomeSupply.Square(0, 0, 100)), ("Z0002", SomeSupply.Square(100, 0, 100))).Found());

    [Theory]
    [InlineData(99, 0, 100)]
    [InlineData(0, 0, 100)]
    [InlineData(10, 10, 50)]
    [InlineData(-50, 20, 500)]
    [InlineData(50, 0, 50)]
    public void Map_PolygonsOfOneKindThatShareGround_Overlap(int left, int bottom, int side) =>
        Assert.Equal(["Map 2 polygons-overlap Z0001 Z0002 1"], Supply.WithMap(("Z0001", SomeSupply.Square(0, 0, 100)), ("Z0002", SomeSupply.Square(left, bottom, side))).Found());

    [Fact]
    public void Map_PolygonsOfTwoKinds_MayShareGround() =>
        Assert.Empty(Supply.WithMap(("Z0001", SomeSupply.Square(0, 0, 100)), ("Z0003", SomeSupply.Square(0, 0, 100))).Found());

    [Fact]
    public void Map_PolygonInTheHoleOfAnother_DoesNotOverlap() => Assert.Empty(Supply.WithMap(
        ("Z0001", "[[[0,0],[100,0],[100,100],[0,100],[0,0]],[[20,20],[20,40],[40,40],[40,20],[20,20]]]"), ("Z0002", SomeSupply.Square(20, 20, 20))).Found());

    [Theory]
    [InlineData("[[[0,0],[10,10],[10,0],[0,10],[0,0]]]", "self-intersecting")]
    [InlineData("[[[0,0],[10,0],[5,0],[5,5],[0,0]]]", "self-intersecting")]
    [InlineData("[[[0,0],[10,0],[20,0],[0,0]]]", "self-intersecting")]
    [InlineData("[[[0,0],[0,0],[0,0],[0,0]]]", "self-intersecting")]
    [InlineData("[[[0,0],[10,0],[10,10],[0,10]]]", "ring-not-closed")]
    [InlineData("[[[0,0],[10,0],[0,0]]]", "ring-not-closed")]
    [InlineData("[[]]", "ring-not-closed")]
    [InlineData("[]", "not-geo-json")]
    [InlineData("[5]", "not-geo-json")]
    [InlineData("[[[0,0],[10,0],[10,\"10\"],[0,0]]]", "position-form")]
    [InlineData("[[[0,0],[10,0],[10],[0,0]]]", "position-form")]
    [InlineData("[[[0,0],[10,0],[10,1e400],[0,0]]]", "position-form")]
    [InlineData("[[[0,0],[10,0],[10,100000001],[0,0]]]", "position-form")]
    [InlineData("[[[0,0],[10,0],[10,10],[0,0]],[[20,20],[22,20],[22,22],[20,20]]]", "hole-outside")]
    public void Map_PolygonThatIsNone_IsNamed(string coordinates, string code) => Assert.Equal([$"Map 1 {code}"], Supply.WithMap(("Z0001", coordinates)).Found());

    [Theory]
    [InlineData("", "Map 0 not-geo-json")]
    [InlineData("[]", "Map 0 not-geo-json")]
    [InlineData("{\"type\":\"FeatureCollection\"}", "Map 0 not-geo-json")]
    [InlineData("{\"type\":\"Topology\",\"features\":[]}", "Map 0 not-geo-json")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]}", "Map 0 not-geo-json")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[5]}", "Map 1 not-geo-json")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"zone\":\"\\ud800\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}", "Map 1 zone-missing")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}", "Map 1 zone-missing")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"zone\":\"Z0001\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}", "Map 1 not-geo-json")]
    public void Map_JsonOfSomethingElse_IsNamed(string json, string found) => Assert.Equal([found], (Supply with { Map = Encoding.UTF8.GetBytes(json) }).Found());

    [Fact]
    public void Map_UnknownZone_IsNamed() => Assert.Equal(["Map 1 zone-unknown Z0009"], Supply.WithMap(("Z0009", SomeSupply.Square(0, 0, 9))).Found());

    [Fact]
    public void Map_NestedDeeply_IsRefused() => Assert.Equal(["Map 0 too-deep"], Supply.WithMap(("Z0001", new string('[', 5000) + new string(']', 5000))).Found());

    [Fact]
    public void Map_InGb18030_IsNotText()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal(["Map 0 not-text"], (Supply with { Map = Encoding.GetEncoding("GB18030").GetBytes("{\"type\":\"鲤城区\"}") }).Found());
    }

    [Fact]
    public void Map_WithByteOrderMark_IsRead() =>
        Assert.Empty((Supply with { Map = [.. Encoding.UTF8.Preamble, .. Supply.WithMap(("Z0001", SomeSupply.Square(0, 0, 9))).Map!] }).Found());

    [Fact]
    public void Map_RingOfTooManyPositions_IsRefused()
    {
        var ring = string.Join(',', Enumerable.Range(0, 20_001).Select(i => $"[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)},0]"));

        Assert.Equal(["Map 1 too-many-positions"], Supply.WithMap(("Z0001", $"[[{ring}]]")).Found());
    }

    [Fact]
    public void Buildings_OnTheMap_AreComparedWithTheList()
    {
        var found = (Supply.WithMap(("Z0001", SomeSupply.Square(0, 0, 100)), ("Z0002", SomeSupply.Square(100, 0, 100))) with
        {
            Buildings = SomeSupply.Csv("building,address,east,north",
                "B1,福建省泉州市鲤城区榕荫路5号,50,50", "B2,福建省泉州市鲤城区榕荫路5号,150,50", "B3,福建省泉州市鲤城区榕荫路5号,100,50", "B4,福建省泉州市鲤城区榕荫路5号,500,500"),
        }).Found();

        Assert.Equal(["Buildings 3 list-and-map-differ Z0001 Z0002", "Buildings 4 building-on-border Z0001 Z0002", "Buildings 5 building-off-the-map"], found);
    }

    [Fact]
    public void Map_InDegrees_RoundsToTheSeventhDecimal() => Assert.Empty((Supply with
    {
        Unit = PlaneUnit.Degrees,
        Map = Supply.WithMap(("Z0001", "[[[118.5,24.9],[118.6,24.9],[118.6,25],[118.5,25],[118.5,24.9]]]"), ("Z0002", "[[[118.60000004,24.9],[118.7,24.9],[118.7,25],[118.60000004,25],[118.60000004,24.9]]]")).Map,
        Buildings = SomeSupply.Csv("building,address,east,north", "B1,福建省泉州市鲤城区榕荫路5号,118.55,24.95"),
    }).Found());

    [Fact]
    public void Files_AnyBytes_GiveSupplyOrFaults() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 3]).Sample((bytes, which) => (which switch
    {
        0 => Supply with { Schools = bytes },
        1 => Supply with { Zones = bytes },
        2 => Supply with { Map = bytes },
        _ => Supply with { Buildings = bytes },
    }).Read(), iter: 1000);

    [Fact]
    public void Map_AnyCharacterChanged_GivesSupplyOrFaults()
    {
        var good = Supply.WithMap(("Z0001", SomeSupply.Square(0, 0, 100)), ("Z0002", "[[[100,0],[200,0],[200,100],[100,100],[100,0]],[[120,20],[120,40],[140,40],[120,20]]]")).Map!;

        Gen.Select(Gen.Int[0, good.Length - 1], Gen.OneOf((byte)'[', (byte)']', (byte)',', (byte)'9', (byte)'-', (byte)'"', (byte)'}', (byte)'e')).Array[1, 3].Sample(changes =>
        {
            var bytes = good.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            (Supply with { Map = bytes }).Read();
        }, iter: 2000);
    }
}
