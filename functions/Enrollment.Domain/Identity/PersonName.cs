using System.Globalization;
using System.Text;

namespace Enrollment.Domain.Identity;

/// <summary>A person's name in NFC, trimmed, 1 to 50 characters; letters of any script, marks, spaces, and · ' - . between them.</summary>
/// <remarks><see cref="ToString"/> masks all but the first character.</remarks>
public sealed record PersonName
{
    /// <summary>The longest name taken, in UTF-16 units.</summary>
    public const int MaxLength = 50;

    private PersonName(string value) => Value = value;

    /// <summary>The name in NFC.</summary>
    public string Value { get; }

    /// <summary>Reads a name. Digits, markup, formula signs, controls and lone surrogates are refused.</summary>
    /// <returns>Null when it holds, else the fault.</returns>
    public static FaultCode? TryParse(string? text, out PersonName? name)
    {
        name = null;
        if (string.IsNullOrWhiteSpace(text))
            return FaultCode.Required;
        if (text.Length > MaxLength * 4)
            return FaultCode.TooLong;
        if (!text.EnumerateRunes().All(IsNameRune))
            return FaultCode.ForbiddenCharacters;
        var value = text.Normalize(NormalizationForm.FormC).Trim();
        if (value.Length > MaxLength)
            return FaultCode.TooLong;
        if (!Rune.IsLetter(value.EnumerateRunes().First()))
            return FaultCode.ForbiddenCharacters;
        name = new PersonName(value);
        return null;
    }

    /// <summary>First character and stars.</summary>
    public override string ToString() => string.Concat(StringInfo.GetNextTextElement(Value), "**");

    // U+FFFD is what EnumerateRunes makes of a lone surrogate; it is a symbol, so it fails here too.
    private static bool IsNameRune(Rune rune) =>
        Rune.IsLetter(rune) || rune.Value is ' ' or '·' or '•' or '\'' or '’' or '-' or '.' || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
