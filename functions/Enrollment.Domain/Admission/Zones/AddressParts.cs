using System.Globalization;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Admission.Zones;

/// <summary>
/// What a service-area list can say of an address: street, house number, compound, building. Read from the written order of Chinese
/// addresses (district, street, number 号, compound, building 幢) and never guessed: what is written another way has no such part.
/// </summary>
/// <param name="District">The district or county named; null when none is.</param>
/// <param name="Street">Everything before the house number; null when there is no house number.</param>
/// <param name="Number">The house number; 12 for 12-3号 and 12号之3 alike.</param>
/// <param name="Compound">The name between house number and building.</param>
/// <param name="Building">The building's number: 幢, 栋, 座, 号楼.</param>
/// <remarks><see cref="ToString"/> prints nothing: it is somebody's home.</remarks>
public sealed record AddressParts(string? District, string? Street, int? Number, string? Compound, int? Building)
{
    private const string Districts = "区市县";
    private const int DistrictLength = 3;
    private static readonly string[] Above = ["福建省", "泉州市"];
    private static readonly string[] BuildingWords = ["幢", "栋", "座", "号楼"];

    /// <summary>Takes an address apart.</summary>
    public static AddressParts Of(StandardAddress address)
    {
        var text = address.Value.AsSpan();
        foreach (var name in Above)
        {
            if (text.StartsWith(name, StringComparison.Ordinal))
                text = text[name.Length..];
        }
        var district = text.Length > DistrictLength && Districts.Contains(text[DistrictLength - 1], StringComparison.Ordinal) ? text[..DistrictLength].ToString() : null;
        text = WithoutSubdistrict(text[(district?.Length ?? 0)..]);
        var (street, number, rest) = HouseNumber(text);
        var (compound, building) = BuildingOf(rest);
        return new AddressParts(district, street, number, compound, building);
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(AddressParts);

    // A subdistrict (街道) or community (社区) stands between district and street in some registers, and on no list.
    private static ReadOnlySpan<char> WithoutSubdistrict(ReadOnlySpan<char> text)
    {
        foreach (var word in new[] { "街道", "社区", "居委会" })
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && at + word.Length < text.Length && text[..at].IndexOfAny("路巷号") < 0 && !HasDigit(text[..at]))
                text = text[(at + word.Length)..];
        }
        return text;
    }

    private static (string? Street, int? Number, string More) HouseNumber(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        if (start <= 0)
            return (null, null, text.ToString());
        var end = PastDigits(text, start);
        var sign = end < text.Length && text[end] is '-' or '之' ? PastDigits(text, end + 1) : end;
        var isHouse = sign < text.Length && text[sign] == '号' && (sign + 1 == text.Length || text[sign + 1] != '楼') && (sign == end || sign > end + 1);
        return isHouse && NumberIn(text[start..end]) is { } number
            ? (text[..start].ToString(), number, WithoutBranch(text[(sign + 1)..]).ToString())
            : (null, null, text.ToString());
    }

    // 12号之3 is a door of number 12.
    private static ReadOnlySpan<char> WithoutBranch(ReadOnlySpan<char> rest) => rest is ['之', >= '0' and <= '9', ..] ? rest[PastDigits(rest, 1)..] : rest;

    private static (string? Compound, int? Building) BuildingOf(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0)
            return (text.IsEmpty ? null : text.ToString(), null);
        var compound = start == 0 ? null : text[..start].ToString();
        var end = PastDigits(text, start);
        foreach (var word in BuildingWords)
        {
            if (text[end..].StartsWith(word, StringComparison.Ordinal) && NumberIn(text[start..end]) is { } building)
                return (compound, building);
        }
        return (compound, null);
    }

    private static int PastDigits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
            from++;
        return from;
    }

    private static bool HasDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;

    private static int? NumberIn(ReadOnlySpan<char> digits) =>
        digits.Length <= 5 && int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is var number and > 0 ? number : null;
}
