using System.Text;

namespace Enrollment.Domain.Verification;

/// <summary>
/// An address in the form in which addresses are compared (R4): NFKC, white space removed. Nothing else is guessed:
/// a differently worded address is a different one, and a person looks.
/// </summary>
/// <remarks><see cref="ToString"/> masks.</remarks>
public sealed record StandardAddress
{
    private StandardAddress(string value) => Value = value;

    /// <summary>The compared form.</summary>
    public string Value { get; }

    /// <summary>Reads an address; blank text and text with lone surrogates are none.</summary>
    public static bool TryParse(string? text, out StandardAddress? address)
    {
        address = null;
        if (text is null || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            return false;
        // NFKC makes spaces of some signs, and their removal brings marks together: hence the second round.
        var value = WithoutSpace(text.Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC);
        address = value.Length == 0 ? null : new StandardAddress(value);
        return address is not null;
    }

    /// <summary>True when both texts are addresses and the same one.</summary>
    public static bool Same(string? one, string? other) =>
        TryParse(one, out var first) && TryParse(other, out var second) && first == second;

    /// <summary>First six characters and stars.</summary>
    public override string ToString() => string.Concat(Value.AsSpan(0, Math.Min(6, Value.Length)), "***");

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
