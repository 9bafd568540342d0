using System.Text;
using Enrollment.Domain.Placement.Rosters;
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
            yield return new SheetRow(rows.RowNumber, Cells(rows));
        }
    }

    /// <summary>As far as a roster has columns, and one more where something stands further right, so that somebody sees it.</summary>
    private static List<RosterCell> Cells(CsvDataReader row)
    {
        var cells = new List<RosterCell>(row.RowFieldCount);
        for (var place = 0; place < row.RowFieldCount; place++)
        {
            var cell = new RosterCell(row.GetString(place));
            if (place < RosterColumns.Most || !cell.IsBlank)
                cells.Add(cell);
            if (cells.Count > RosterColumns.Most)
                break;
        }
        return cells;
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
