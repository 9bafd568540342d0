using System.Text;
using Sylvan.Data.Csv;

namespace Enrollment.Files.Rosters;

/// <summary>Rows of a CSV file (RFC 4180), one at a time.</summary>
internal static class CsvRows
{
    private const int LongestRow = 1 << 16;

    /// <summary>UTF-8 if the whole stream is, else GB18030 as spreadsheets in China save; null when it is neither.</summary>
    public static Encoding? EncodingOf(Stream csv)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding[] candidates =
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        ];
        return candidates.FirstOrDefault(encoding => Decodes(csv, encoding));
    }

    public static IEnumerable<SheetRow> Of(Stream csv, Encoding encoding)
    {
        csv.Position = 0;
        using var text = new StreamReader(csv, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var rows = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', MaxBufferSize = LongestRow, BufferSize = LongestRow });
        while (rows.Read())
        {
            string[] cells = [.. Enumerable.Range(0, rows.RowFieldCount).Select(rows.GetString)];
            int[] formulas = [.. Enumerable.Range(0, cells.Length).Where(place => SheetRow.IsFormula(cells[place]))];
            yield return new SheetRow(rows.RowNumber, cells, formulas);
        }
    }

    private static bool Decodes(Stream csv, Encoding encoding)
    {
        csv.Position = 0;
        try
        {
            using var text = new StreamReader(csv, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var buffer = new char[1 << 14];
            while (text.Read(buffer) is var read and > 0)
            {
                if (buffer.AsSpan(0, read).Contains('\0'))
                    return false;
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
