using System.Globalization;

namespace Enrollment.Domain.Identity;

/// <summary>
/// Chinese citizen identity number, GB 11643-1999: area 6, birth date 8, sequence 3 (digit 17 odd = male), check character.
/// The 港澳台居民居住证 uses the same form with areas 810000, 820000 and 830000.
/// </summary>
/// <remarks><see cref="ToString"/> masks: the value itself is read through <see cref="Value"/> on purpose only.</remarks>
public sealed record CitizenIdentityNumber
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private CitizenIdentityNumber(string value, DateOnly birthDate) => (Value, BirthDate) = (value, birthDate);

    /// <summary>The 18 characters, check character in upper case.</summary>
    public string Value { get; }

    /// <summary>The birth date of positions 7-14.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>The county-level area of positions 1-6; where the number was first issued, not where the person lives.</summary>
    public string AreaCode => Value[..6];

    /// <summary>Digit 17: odd is male.</summary>
    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>True for the areas 359901-359999, which no county has: invented people of the Development environment.</summary>
    public bool IsSynthetic => Value.StartsWith("3599", StringComparison.Ordinal) && Value[4..6] != "00";

    /// <summary>Reads a number; white space around it and a lower-case x are accepted.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="number">The number, when the result is null.</param>
    /// <returns>Null when it holds, else the first fault: length, characters, region, birth date, check digit in this order.</returns>
    public static FaultCode? TryParse(string? text, out CitizenIdentityNumber? number)
    {
        number = null;
        var typed = text.AsSpan().Trim();
        if (typed.Length != 18)
            return FaultCode.IdentityNumberLength;
        if (typed[..17].ContainsAnyExceptInRange('0', '9') || !(char.IsAsciiDigit(typed[17]) || typed[17] is 'X' or 'x'))
            return FaultCode.IdentityNumberCharacters;
        if (!AreaCodes.IsProvince(typed[..2]))
            return FaultCode.IdentityNumberRegion;
        if (!DateOnly.TryParseExact(typed[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthDate))
            return FaultCode.IdentityNumberBirthDate;
        if (CheckCharacter(typed) != char.ToUpperInvariant(typed[17]))
            return FaultCode.IdentityNumberCheckDigit;
        number = new CitizenIdentityNumber(typed.ToString().ToUpperInvariant(), birthDate);
        return null;
    }

    /// <summary>The check character that belongs to 17 digits (GB 11643: weighted sum mod 11).</summary>
    /// <param name="digits">At least 17 ASCII digits; what follows is ignored.</param>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    /// <summary>First three and last two characters, as lists may show it (DOMAIN.md 4, masking).</summary>
    public override string ToString() => $"{Value[..3]}*************{Value[16..]}";
}
