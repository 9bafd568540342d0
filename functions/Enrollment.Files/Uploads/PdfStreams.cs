using System.Text.RegularExpressions;

namespace Enrollment.Files.Uploads;

/// <summary>Tells a PDF's objects from the data between <c>stream</c> and <c>endstream</c>. A stream's stated length is its sender's word and is not used.</summary>
internal static partial class PdfStreams
{
    private static readonly System.Buffers.SearchValues<byte> White = System.Buffers.SearchValues.Create("\r\n \t\f\0"u8);

    /// <summary>What stands before the next stream's data.</summary>
    public static ReadOnlySpan<byte> Before(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> data, out ReadOnlySpan<byte> after)
    {
        data = default;
        after = default;
        for (var from = 0; rest[from..].IndexOf("stream"u8) is >= 0 and var found;)
        {
            var at = from + found;
            from = at + "stream"u8.Length;
            if (!FollowsDictionary(rest[..at]))
                continue;
            var length = rest[from..].IndexOf("endstream"u8);
            data = length < 0 ? rest[from..] : rest.Slice(from, length);
            data = data.StartsWith("\r\n"u8) ? data[2..] : data.StartsWith("\n"u8) ? data[1..] : data;
            after = length < 0 ? default : rest[(from + length + "endstream"u8.Length)..];
            return rest[..at];
        }
        return rest;
    }

    /// <summary>The object whose data follows.</summary>
    public static ReadOnlySpan<byte> Dictionary(ReadOnlySpan<byte> structure)
    {
        var begin = structure.LastIndexOf(" obj"u8);
        return begin < 0 ? structure : structure[begin..];
    }

    /// <summary>True when data holds what a reader could be pointed at as an object.</summary>
    public static bool HidesObjects(ReadOnlySpan<byte> data)
    {
        for (var found = data.IndexOf(" obj"u8); found >= 0;)
        {
            var before = data[Math.Max(0, found - 24)..found];
            if (ObjectHead().IsMatch(System.Text.Encoding.Latin1.GetString(before)))
                return true;
            var next = data[(found + 1)..].IndexOf(" obj"u8);
            found = next < 0 ? -1 : found + 1 + next;
        }
        return false;
    }

    private static bool FollowsDictionary(ReadOnlySpan<byte> before)
    {
        var end = before.LastIndexOfAnyExcept(White);
        return end >= 1 && before[end] == (byte)'>' && before[end - 1] == (byte)'>';
    }

    [GeneratedRegex(@"[0-9]+\s+[0-9]+\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex ObjectHead();
}
