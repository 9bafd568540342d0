using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Verification;

namespace Enrollment.Files.Supply;

/// <summary>The columns that say what a row claims: an address, or street and numbers, or a compound, or one building.</summary>
internal static class ClaimColumns
{
    private static readonly SupplyColumn Street = new("street", "路街巷", IsRequired: false);
    private static readonly SupplyColumn NumbersFrom = new("numbersFrom", "起始门牌", IsRequired: false);
    private static readonly SupplyColumn NumbersTo = new("numbersTo", "终止门牌", IsRequired: false);
    private static readonly SupplyColumn Sides = new("parity", "单双号", IsRequired: false);
    private static readonly SupplyColumn Compound = new("compound", "小区", IsRequired: false);
    private static readonly SupplyColumn BuildingsFrom = new("buildingsFrom", "起始幢号", IsRequired: false);
    private static readonly SupplyColumn BuildingsTo = new("buildingsTo", "终止幢号", IsRequired: false);
    private static readonly SupplyColumn Address = new("address", "地址", IsRequired: false, MostLength: 200);

    private static readonly Dictionary<string, Parity> Parities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = Parity.All,
        ["全部"] = Parity.All,
        ["odd"] = Parity.Odd,
        ["单号"] = Parity.Odd,
        ["even"] = Parity.Even,
        ["双号"] = Parity.Even,
    };

    public static IReadOnlyList<SupplyColumn> All { get; } = [Street, NumbersFrom, NumbersTo, Sides, Compound, BuildingsFrom, BuildingsTo, Address];

    /// <summary>Null when the row is unclear, which it then says.</summary>
    public static AddressClaim? Read(SupplyRow row)
    {
        if (row.Has(Address))
            return All.Any(column => column != Address && row.Has(column)) ? Unclear(row) : OfAddress(row);
        var (street, compound) = (Name(row, Street), Name(row, Compound));
        var (numbers, buildings) = (Range(row, NumbersFrom, NumbersTo), Range(row, BuildingsFrom, BuildingsTo));
        var side = row.Choice(Sides, Parities) ?? Parity.All;
        if (row.IsFaulty)
            return null;
        return (street, numbers, compound, buildings) switch
        {
            ({ } on, { } houses, null, null) => new AddressClaim.Houses(on, houses with { Parity = side }),
            ({ } on, { } house, _, { } building) when house.From == house.To && building.From == building.To => new AddressClaim.OneBuilding(on, house.From, compound, building.From),
            (_, null, { } name, _) when side is Parity.All || buildings is not null => new AddressClaim.Compound(name, street, buildings is null ? null : buildings with { Parity = side }),
            _ => Unclear(row),
        };
    }

    private static AddressClaim? OfAddress(SupplyRow row)
    {
        if (row.Text(Address) is not { } text)
            return null;
        var parts = StandardAddress.TryParse(text, out var address) ? AddressParts.Of(address!) : null;
        switch (parts)
        {
            case { Street: { } street, Number: { } number, Building: { } building }:
                return new AddressClaim.OneBuilding(street, number, parts.Compound, building);
            case { Street: { } street, Number: { } number, Compound: null }:
                return new AddressClaim.Houses(street, new NumberRange(number, number));
            case { Street: null, Compound: { } compound, Building: { } building }:
                return new AddressClaim.Compound(compound, null, new NumberRange(building, building));
            default:
                row.Add(Address, SupplyFaultCode.AddressUnreadable);
                return null;
        }
    }

    private static NumberRange? Range(SupplyRow row, SupplyColumn first, SupplyColumn last)
    {
        var (from, to) = (row.Number(first, 1, NumberRange.Most), row.Number(last, 1, NumberRange.Most));
        if (!row.Has(first) && to is not null)
            row.Add(first, SupplyFaultCode.Required);
        if (from > to)
            row.Add(last, SupplyFaultCode.RangeReversed);
        return from is { } number ? new NumberRange(number, to ?? number) : null;
    }

    // Compared with what is read from a standard address, and so written like one.
    private static string? Name(SupplyRow row, SupplyColumn column) =>
        row.Text(column) is { } text && StandardAddress.TryParse(text, out var standard) ? standard!.Value : null;

    private static AddressClaim? Unclear(SupplyRow row)
    {
        row.Add(column: null, SupplyFaultCode.ClaimUnclear);
        return null;
    }
}
