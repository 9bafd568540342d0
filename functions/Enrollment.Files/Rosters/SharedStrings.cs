using System.Text;
using System.Xml;

namespace Enrollment.Files.Rosters;

/// <summary>The texts a workbook's cells point at.</summary>
internal static class SharedStrings
{
    /// <summary>Four times what a full workbook of 20 MB holds.</summary>
    private const int MostCharacters = 64 << 20;

    /// <exception cref="InvalidDataException">More text than a roster can have.</exception>
    public static List<string> Read(XmlReader xml)
    {
        var (strings, text, buffer, characters) = (new List<string>(), new StringBuilder(), new char[4096], 0L);
        var (isText, phonetic) = (false, 0);
        using var part = xml;
        while (xml.Read())
        {
            if (isText && phonetic == 0 && xml.IsText())
                xml.AppendTo(text, buffer);
            if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
                continue;
            var isStart = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            isText = isStart && xml.LocalName == "t";
            // 拼音指南 writes the reading beside the name; it is not the name.
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                phonetic += isStart ? 1 : -1;
            if (xml.LocalName != "si" || isStart)
                continue;
            characters += text.Length;
            if (characters > MostCharacters)
                throw new InvalidDataException("More text than a roster can have.");
            strings.Add(text.ToString());
            text.Clear();
        }
        return strings;
    }
}
