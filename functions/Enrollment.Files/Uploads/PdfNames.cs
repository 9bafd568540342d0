using System.Globalization;
using System.Text;

namespace Enrollment.Files.Uploads;

/// <summary>The names in a piece of PDF, with #xx resolved: /J#61vaScript is /JavaScript.</summary>
internal static class PdfNames
{
    private static readonly System.Buffers.SearchValues<byte> Delimiters = System.Buffers.SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    public static HashSet<string> In(ReadOnlySpan<byte> text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var slash = text.IndexOf((byte)'/'); slash >= 0; slash = text.IndexOf((byte)'/'))
        {
            text = text[(slash + 1)..];
            var length = text.IndexOfAny(Delimiters);
            var name = length < 0 ? text : text[..length];
            if (name.Length is > 0 and <= 127)
                names.Add(Resolved(Encoding.Latin1.GetString(name)));
        }
        return names;
    }

    private static string Resolved(string name)
    {
        if (!name.Contains('#', StringComparison.Ordinal))
            return name;
        var text = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] == '#' && at + 2 <= name.Length - 1 && byte.TryParse(name.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                text.Append((char)value);
                at += 2;
            }
            else
            {
                text.Append(name[at]);
            }
        }
        return text.ToString();
    }
}
