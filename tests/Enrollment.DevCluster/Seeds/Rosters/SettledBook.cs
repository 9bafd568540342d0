using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Enrollment.DevCluster.Seeds.Rosters;

/// <summary>A workbook with the same bytes every time: no clock in its package, no chance in its names, and no compression, which differs between runtimes.</summary>
internal static partial class SettledBook
{
    private static readonly DateTimeOffset Written = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream book, Stream file)
    {
        using var from = new ZipArchive(book, ZipArchiveMode.Read);
        using var to = new ZipArchive(file, ZipArchiveMode.Create);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in from.Entries)
        {
            using var text = new StreamReader(part.Open());
            var settled = RandomName().Replace(text.ReadToEnd(), name => Settled(names, name.Value));
            var entry = to.CreateEntry(part.FullName, CompressionLevel.NoCompression);
            entry.LastWriteTime = Written;
            using var target = new StreamWriter(entry.Open());
            target.Write(settled);
        }
    }

    private static string Settled(Dictionary<string, string> names, string name)
    {
        if (!names.TryGetValue(name, out var settled))
            names[name] = settled = string.Create(CultureInfo.InvariantCulture, $"R{names.Count + 1}");
        return settled;
    }

    [GeneratedRegex("R[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex RandomName();
}
