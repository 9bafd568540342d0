using System.Globalization;
using System.Text;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>What no text of a roster may be, because it comes out again in spreadsheets, pages and print.</summary>
internal static class CellText
{
    /// <summary>Would a spreadsheet run it? Looked at with and without the white space around it, since only the text without goes on.</summary>
    public static bool IsFormula(string text) =>
        text is ['\t' or '\r', _, ..] || text.Trim() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', _, ..];

    /// <summary>Control characters, markup, and what reorders or hides the text around it.</summary>
    public static bool IsForbidden(string text) => text.EnumerateRunes().Any(IsForbidden);

    // A lone surrogate comes as U+FFFD.
    private static bool IsForbidden(Rune rune) => rune == Rune.ReplacementChar || rune.Value is '<' or '>'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
