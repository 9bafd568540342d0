namespace Enrollment.Files.Exports;

/// <summary>What a spreadsheet would take for a formula (OWASP, CSV injection): these signs first, the wide forms of an East Asian keyboard included.</summary>
internal static class FormulaText
{
    public static bool IsLike(string text) =>
        text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠');
}
