using System.Globalization;
using System.Text;

namespace Enrollment.Domain.Placement;

/// <summary>How canonical texts are written: UTF-8, each line ended by a line feed, integers without sign or leading zeros.</summary>
internal static class CanonicalText
{
    public static byte[] Bytes(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(int? number) => number is { } value ? Of(value) : "-";

    /// <summary>A number as canonical texts write it, or null.</summary>
    public static int? Number(ReadOnlySpan<char> text, int atMost)
    {
        if (text.Length is 0 or > 9 || (text.Length > 1 && text[0] == '0'))
            return null;
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return null;
            value = value * 10 + (c - '0');
        }
        return value <= atMost ? value : null;
    }
}
