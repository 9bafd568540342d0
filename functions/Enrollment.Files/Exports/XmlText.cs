using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Enrollment.Files.Exports;

/// <summary>A text as a workbook writes it (ECMA-376 ST_Xstring): what XML cannot say, or would change, becomes <c>_xHHHH_</c>.</summary>
internal static partial class XmlText
{
    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in LooksEscaped.Replace(text, "_x005F_").EnumerateRunes())
        {
            if (rune.IsBmp && (rune.Value == '\r' || !XmlConvert.IsXmlChar((char)rune.Value)))
                written.Append(CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_");
            else
                written.Append(rune.ToString());
        }
        return written.ToString();
    }

    // The underscore of what would be read as an escape.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksEscaped { get; }
}
