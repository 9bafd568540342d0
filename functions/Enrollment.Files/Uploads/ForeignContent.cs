namespace Enrollment.Files.Uploads;

/// <summary>Signs of another kind of file behind or inside the one that was sent.</summary>
internal static class ForeignContent
{
    private static readonly byte[][] Starts = ["MZ"u8.ToArray(), [0x7F, (byte)'E', (byte)'L', (byte)'F']];

    private static readonly byte[][] Anywhere =
    [
        [(byte)'P', (byte)'K', 3, 4], [(byte)'P', (byte)'K', 5, 6], "Rar!\x1A"u8.ToArray(), [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "%PDF-"u8.ToArray(),
    ];

    private static readonly byte[][] Markup =
        ["<html"u8.ToArray(), "<script"u8.ToArray(), "<svg"u8.ToArray(), "<!doctype"u8.ToArray(), "<iframe"u8.ToArray(), "<?php"u8.ToArray(), "<?xml"u8.ToArray()];

    /// <summary>True when what follows a picture's end is evidently a file of its own. Cameras leave harmless data there, which is cut off.</summary>
    public static bool IsIn(ReadOnlySpan<byte> trailer)
    {
        foreach (var sign in Starts)
        {
            if (trailer.StartsWith(sign))
                return true;
        }
        foreach (var sign in Anywhere)
        {
            if (trailer.IndexOf(sign) >= 0)
                return true;
        }
        return IsMarkup(trailer);
    }

    /// <summary>True when a browser would find a page in it.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        for (var start = bytes.IndexOf((byte)'<'); start >= 0;)
        {
            var rest = bytes[start..];
            foreach (var sign in Markup)
            {
                if (rest.Length >= sign.Length && System.Text.Ascii.EqualsIgnoreCase(rest[..sign.Length], sign))
                    return true;
            }
            var next = rest[1..].IndexOf((byte)'<');
            start = next < 0 ? -1 : start + 1 + next;
        }
        return false;
    }
}
