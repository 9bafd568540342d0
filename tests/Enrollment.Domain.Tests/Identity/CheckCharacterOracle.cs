using System.Numerics;

namespace Enrollment.Domain.Tests.Identity;

/// <summary>The two check characters by their definition: try each until the whole text, as one sum of powers, leaves the remainder.</summary>
internal static class CheckCharacterOracle
{
    /// <summary>GB 11643 by way of ISO 7064 MOD 11-2: the sum of digit times 2^(18 - position) is 1 modulo 11.</summary>
    public static char Gb11643(string digits) =>
        "0123456789X".Single(check => (PowerSum(digits[..17], "0123456789", radix: 2, falling: true)
            + (check == 'X' ? 10 : check - '0')) % 11 == 1);

    /// <summary>GB 32100: the sum of value times 3^(position - 1), and the check character's value, is 0 modulo 31.</summary>
    public static char Gb32100(string characters)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        return alphabet.Single(check => (PowerSum(characters[..17], alphabet, radix: 3, falling: false)
            + alphabet.IndexOf(check, StringComparison.Ordinal)) % 31 == 0);
    }

    private static BigInteger PowerSum(string text, string alphabet, int radix, bool falling)
    {
        var sum = BigInteger.Zero;
        for (var i = 0; i < text.Length; i++)
            sum += alphabet.IndexOf(text[i], StringComparison.Ordinal) * BigInteger.Pow(radix, falling ? 17 - i : i);
        return sum;
    }
}
