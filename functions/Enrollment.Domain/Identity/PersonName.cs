using System.Globalization;
using System.Text;

namespace Enrollment.Domain.Identity;

/// <summary>A person's name in NFC, trimmed, 1 to 50 characters: a letter of any script, then letters, marks, spaces and · ' - .</summary>
/// <remarks>
/// The middle dot of 少数民族 names is typed in many shapes; all become U+00B7, so that one name compares as one name.
/// <see cref="ToString"/> masks all but the first character.
/// </remarks>
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
        var value = text.Normalize(NormalizationForm.FormC).Replace('•', '·').Replace('‧', '·').Replace('・', '·').Replace('’', '\'').Trim();
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
    private static bool IsNameRune(Rune rune) => !IsFiller(rune) && (Rune.IsLetter(rune)
        || rune.Value is ' ' or '·' or '•' or '‧' or '・' or '\'' or '’' or '-' or '.'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // Hangul fillers are letters to Unicode and nothing to the eye: a name of them would look empty.
    private static bool IsFiller(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
