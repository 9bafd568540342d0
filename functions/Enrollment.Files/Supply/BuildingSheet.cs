using System.Globalization;
using Enrollment.Domain.Verification;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Supply;

/// <summary>A residential building with its address and place.</summary>
/// <param name="Line">Its row.</param>
/// <param name="Address">Its address.</param>
/// <param name="At">Its place; null where nobody measured.</param>
internal sealed record SupplyBuilding(int Line, StandardAddress Address, PlanePoint? At);

/// <summary>Buildings: what lists and map are compared by.</summary>
internal sealed class BuildingSheet(SupplyFaults faults, PlaneUnit unit)
{
    private const int MostRows = 300_000;

    private static readonly SupplyColumn Name = new("building", "楼栋编号", IsRequired: true);
    private static readonly SupplyColumn Address = new("address", "地址", IsRequired: true, MostLength: 200);
    private static readonly SupplyColumn East = new("east", "东坐标", IsRequired: false);
    private static readonly SupplyColumn North = new("north", "北坐标", IsRequired: false);

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<SupplyBuilding> _buildings = [];

    public IReadOnlyList<SupplyBuilding> Buildings => _buildings;

    public void Read(Stream csv) => new SupplySheet(SupplyFile.Buildings, [Name, Address, East, North], MostRows, faults).Read(csv, Add);

    private void Add(SupplyRow row)
    {
        var (name, text, at) = (row.Text(Name, isRequired: true), row.Text(Address, isRequired: true), Point(row));
        if (name is not null && !_lines.TryAdd(name, row.Line))
            row.Add(Name, SupplyFaultCode.BuildingTwice, _lines[name].ToString(CultureInfo.InvariantCulture));
        if (text is not null && !row.IsFaulty && StandardAddress.TryParse(text, out var address))
            _buildings.Add(new SupplyBuilding(row.Line, address!, at));
    }

    private PlanePoint? Point(SupplyRow row)
    {
        if (!row.Has(East) && !row.Has(North))
            return null;
        return (Coordinate(row, East), Coordinate(row, North)) is ({ } east, { } north) ? new PlanePoint(east, north) : null;
    }

    private long? Coordinate(SupplyRow row, SupplyColumn column)
    {
        if (!row.Has(column))
        {
            row.Add(column, SupplyFaultCode.Required);
            return null;
        }
        if (row.Raw(column) is { } text && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && unit.Of(value) is { } rounded)
            return rounded;
        row.Add(column, SupplyFaultCode.NotANumber);
        return null;
    }
}
