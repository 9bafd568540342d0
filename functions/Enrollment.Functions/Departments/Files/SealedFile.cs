using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Functions.Departments.Files;

/// <summary>A row of a file: a request id and what is sealed in it; null where the line is no row.</summary>
internal sealed record SealedRow(int Line, string? RequestId, string Cell)
{
    public override string ToString() => $"SealedRow {{ {Line.ToString(CultureInfo.InvariantCulture)} }}";
}

/// <summary>What came of reading a file. Closed.</summary>
internal abstract record FileReading
{
    private FileReading()
    {
    }

    public sealed record Whole(IReadOnlyList<SealedRow> Rows) : FileReading;

    /// <summary>No trailer: it is being written, or was cut off.</summary>
    public sealed record Incomplete : FileReading;

    /// <summary>Its hash or its count is not what its trailer says, or its header is another.</summary>
    public sealed record Corrupt : FileReading;
}

/// <summary>
/// A CSV file whose last line says how many rows it has and the SHA-256 of all bytes before that line: <c>#end,{rows},{hash}</c>. Without
/// that line, or with a wrong one, no row counts.
/// </summary>
internal static class SealedFile
{
    private const string Trailer = "#end,";
    private const int LongestRequestId = 128;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(string kind, IEnumerable<(string RequestId, string Cell)> rows)
    {
        var (text, count) = (new StringBuilder(HeaderOf(kind)).Append("\r\n"), 0);
        foreach (var (requestId, cell) in rows)
        {
            text.Append(requestId).Append(',').Append(cell).Append("\r\n");
            count++;
        }
        var body = Encoding.ASCII.GetBytes(text.ToString());
        return [.. body, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Trailer}{count},{HashOf(body)}\r\n"))];
    }

    public static FileReading Read(string kind, ReadOnlySpan<byte> bytes)
    {
        var trimmed = bytes.TrimEnd("\r\n"u8);
        var start = trimmed.LastIndexOf((byte)'\n') + 1;
        if (!trimmed[start..].StartsWith("#end,"u8))
            return new FileReading.Incomplete();
        var parts = Encoding.ASCII.GetString(trimmed[start..]).Split(',');
        if (parts is not [_, var count, var hash] || hash != HashOf(bytes[..start]) || TextOf(bytes[..start]) is not { } text)
            return new FileReading.Corrupt();
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var rows = lines.Skip(1).Select((line, index) => RowOf(line, index + 2)).SkipLast(1).ToList();
        return lines[0] == HeaderOf(kind) && count == rows.Count.ToString(CultureInfo.InvariantCulture)
            ? new FileReading.Whole(rows)
            : new FileReading.Corrupt();
    }

    private static SealedRow RowOf(string line, int number) => line.Split(',') is [var requestId, var cell] && IsRequestId(requestId) && cell.Length > 0 && Base64Url.IsValid(cell)
        ? new SealedRow(number, requestId, cell)
        : new SealedRow(number, RequestId: null, Cell: "");

    // Nothing a spreadsheet would run, quote or split can be one.
    private static bool IsRequestId(string text) =>
        text.Length is > 0 and <= LongestRequestId && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    private static string? TextOf(ReadOnlySpan<byte> body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string HeaderOf(string kind) => $"requestId,{kind}";

    private static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
