using System.Buffers;
using System.Text;

namespace Enrollment.Domain.Identity;

/// <summary>
/// 统一社会信用代码, GB 32100-2015: registration authority 1, kind of body 1, area 6 digits, organization code 9, check character.
/// The characters are the digits and the capital letters without I, O, S, V and Z.
/// </summary>
/// <remarks>
/// The ninth character of the organization code is a check of its own (GB 11714) and is not judged: the last character already
/// finds every single error, and a real employer refused would cost a parent the application.
/// </remarks>
public sealed record UnifiedSocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>The 18 characters in upper case.</summary>
    public string Value { get; }

    /// <summary>The area of the registering authority, positions 3-8 (GB/T 2260; 100000 is the state's own).</summary>
    public string AreaCode => Value[2..8];

    /// <summary>Reads a code; white space around it and lower-case letters are accepted.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="code">The code, when the result is null.</param>
    /// <returns>Null when it holds, else <see cref="FaultCode.CreditCodeInvalid"/>.</returns>
    public static FaultCode? TryParse(string? text, out UnifiedSocialCreditCode? code)
    {
        code = null;
        var typed = text.AsSpan().Trim();
        if (typed.Length != 18 || !Ascii.IsValid(typed))
            return FaultCode.CreditCodeInvalid;
        var value = typed.ToString().ToUpperInvariant();
        if (value.AsSpan().ContainsAnyExcept(Characters) || value.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9'))
            return FaultCode.CreditCodeInvalid;
        if (CheckCharacter(value) != value[17])
            return FaultCode.CreditCodeInvalid;
        code = new UnifiedSocialCreditCode(value);
        return null;
    }

    /// <summary>The check character that belongs to 17 characters: 31 less the sum of value times 3^position, mod 31.</summary>
    /// <param name="characters">At least 17 characters of the code's alphabet, in upper case; what follows is ignored.</param>
    public static char CheckCharacter(ReadOnlySpan<char> characters)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in characters[..17])
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>The code as it is: it names a company or an office and is public by law.</summary>
    public override string ToString() => Value;
}
