using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Enrollment.Files.Rosters;

/// <summary>Which styles of a workbook show a number as a date.</summary>
internal static partial class DateStyles
{
    public static HashSet<int> Read(XmlReader xml)
    {
        var (styles, dates, style, isOfCells) = (new HashSet<int>(), new HashSet<int>(), 0, false);
        using var part = xml;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                isOfCells = xml.NodeType is XmlNodeType.Element;
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && Quoted().Replace(xml.GetAttribute("formatCode") ?? "", "").Contains('y', StringComparison.OrdinalIgnoreCase))
                dates.Add(FormatOf(xml));
            if (xml.LocalName != "xf" || !isOfCells)
                continue;
            if (FormatOf(xml) is var format && (IsDate(format) || dates.Contains(format)))
                styles.Add(style);
            style++;
        }
        return styles;
    }

    private static int FormatOf(XmlReader xml) => int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>ECMA-376 18.8.30: built in everywhere, and in Chinese.</summary>
    private static bool IsDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58);

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
