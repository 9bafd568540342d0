using System.Text.Json;
using System.Text.Unicode;
using Enrollment.Domain.Admission;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Supply;

/// <summary>A zone's polygon.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Feature">Its feature's number, from 1.</param>
/// <param name="Shape">The polygon.</param>
internal sealed record ZonePolygon(ZoneCode Zone, int Feature, Polygon Shape);

/// <summary>Service areas as polygons: a FeatureCollection (RFC 7946) whose features have "zone" in their properties.</summary>
internal sealed class GeoJsonMap(SupplyFaults faults, PlaneUnit unit)
{
    private const int MostBytes = 64 << 20;
    private const int MostPositions = 400_000;
    private const int MostRing = 20_000;

    // A collection's multipolygon is nine deep; foreign members may add a few.
    private const int MostDepth = 16;

    private readonly List<ZonePolygon> _polygons = [];
    private int _positions;

    public IReadOnlyList<ZonePolygon> Polygons => _polygons;

    public void Read(Stream json)
    {
        if (json.Length > MostBytes)
        {
            Add(0, SupplyFaultCode.FileTooLarge);
            return;
        }
        var bytes = new byte[json.Length];
        json.Position = 0;
        json.ReadExactly(bytes);
        var text = bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (!Utf8.IsValid(text.Span))
            Add(0, SupplyFaultCode.NotText);
        else if (FormOf(text.Span) is { } fault)
            Add(0, fault);
        else
            ReadFeatures(text);
    }

    private static SupplyFaultCode? FormOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MostDepth * 2 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > MostDepth)
                    return SupplyFaultCode.TooDeep;
            }
            return null;
        }
        catch (JsonException)
        {
            return SupplyFaultCode.NotGeoJson;
        }
    }

    private void ReadFeatures(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostDepth * 2, AllowDuplicateProperties = false });
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || Text(root, "type") != "FeatureCollection" || Member(root, "features") is not { ValueKind: JsonValueKind.Array } features)
            {
                Add(0, SupplyFaultCode.NotGeoJson);
                return;
            }
            var number = 0;
            foreach (var feature in features.EnumerateArray())
            {
                if (_positions > MostPositions)
                    break;
                ReadFeature(feature, ++number);
            }
        }
        // A member that stands twice.
        catch (JsonException)
        {
            Add(0, SupplyFaultCode.NotGeoJson);
        }
    }

    private void ReadFeature(JsonElement feature, int number)
    {
        if (feature.ValueKind is not JsonValueKind.Object || Text(feature, "type") != "Feature" || Member(feature, "geometry") is not { ValueKind: JsonValueKind.Object } geometry)
        {
            Add(number, SupplyFaultCode.NotGeoJson);
            return;
        }
        if (Member(feature, "properties") is not { ValueKind: JsonValueKind.Object } properties || Text(properties, "zone") is not { } named || !ZoneCode.TryParse(named, out var zone))
        {
            Add(number, SupplyFaultCode.ZoneMissing);
            return;
        }
        var coordinates = Member(geometry, "coordinates");
        var polygons = (Text(geometry, "type"), coordinates) switch
        {
            ("Polygon", { ValueKind: JsonValueKind.Array } one) => [one],
            ("MultiPolygon", { ValueKind: JsonValueKind.Array } several) => several.EnumerateArray().ToList(),
            _ => [],
        };
        if (polygons.Count == 0)
            Add(number, SupplyFaultCode.NotGeoJson);
        foreach (var polygon in polygons)
        {
            if (ReadPolygon(polygon, number) is { } shape)
                _polygons.Add(new ZonePolygon(zone, number, shape));
        }
    }

    private Polygon? ReadPolygon(JsonElement polygon, int number)
    {
        if (polygon.ValueKind is not JsonValueKind.Array || polygon.GetArrayLength() == 0)
        {
            Add(number, SupplyFaultCode.NotGeoJson);
            return null;
        }
        var rings = new List<Ring>();
        foreach (var ring in polygon.EnumerateArray())
        {
            if (ReadRing(ring, number) is not { } read)
                return null;
            rings.Add(read);
        }
        if (Polygon.Of(rings[0], rings[1..]) is { } shape)
            return shape;
        Add(number, SupplyFaultCode.HoleOutside);
        return null;
    }

    private Ring? ReadRing(JsonElement ring, int number)
    {
        if (ring.ValueKind is not JsonValueKind.Array)
            return Wrong(number, SupplyFaultCode.NotGeoJson);
        var length = ring.GetArrayLength();
        _positions += length;
        if (length > MostRing || _positions > MostPositions)
            return Wrong(number, SupplyFaultCode.TooManyPositions);
        var points = ring.EnumerateArray().Select(PointOf).ToList();
        if (points.Contains(null))
            return Wrong(number, SupplyFaultCode.PositionForm);
        if (points.Count < 4 || points[0] != points[^1])
            return Wrong(number, SupplyFaultCode.RingNotClosed);
        return Ring.Of(points.Select(point => point!.Value)) ?? Wrong(number, SupplyFaultCode.SelfIntersecting);
    }

    // A third number is a height (RFC 7946, 3.1.1); the map has none.
    private PlanePoint? PointOf(JsonElement position) =>
        position.ValueKind is JsonValueKind.Array && position.GetArrayLength() is 2 or 3 && Coordinate(position[0]) is { } x && Coordinate(position[1]) is { } y ? new PlanePoint(x, y) : null;

    private long? Coordinate(JsonElement number) => number.ValueKind is JsonValueKind.Number && number.TryGetDecimal(out var value) ? unit.Of(value) : null;

    private Ring? Wrong(int number, SupplyFaultCode code)
    {
        Add(number, code);
        return null;
    }

    private void Add(int number, SupplyFaultCode code) => faults.Add(SupplyFile.Map, number, "", code);

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name)
    {
        if (Member(element, name) is not { ValueKind: JsonValueKind.String } text)
            return null;
        // A lone surrogate written as an escape has no text.
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
