using System.Text;
using System.Xml;

namespace Enrollment.Files.Rosters;

/// <summary>Reads a part of a workbook forwards, holding one text at a time.</summary>
internal static class SheetXml
{
    /// <summary>The longest text a spreadsheet keeps in a cell, and one more.</summary>
    private const int LongestText = 32_768;

    public static XmlReader Open(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // The lengths in the package's directory may lie: reading stops here whatever they say.
        MaxCharactersInDocument = PackageLimits.MostUnpacked,
    });

    /// <summary>Adds the text the reader stands on, up to a cell's length; what is longer is found too long by whoever reads the cell.</summary>
    public static void AppendTo(this XmlReader reader, StringBuilder text, char[] buffer)
    {
        while (reader.ReadValueChunk(buffer, 0, buffer.Length) is var read and > 0)
            text.Append(buffer, 0, Math.Min(read, LongestText - text.Length));
    }

    public static bool IsText(this XmlReader reader) =>
        reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;
}
