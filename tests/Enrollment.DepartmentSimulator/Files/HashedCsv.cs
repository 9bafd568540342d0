using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Enrollment.DepartmentSimulator.Files;

/// <summary>docs/departments.md's file, read a second time: header, rows, and a line with their count and the SHA-256 of all bytes before it.</summary>
internal static class HashedCsv
{
    public static byte[] Write(string header, IReadOnlyList<string> rows)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(header).Select(line => line + "\n")));
        return [.. body, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"#end,{rows.Count},{Convert.ToHexStringLower(SHA256.HashData(body))}\n"))];
    }

    /// <returns>Null when its hash or count does not hold.</returns>
    public static IReadOnlyList<string>? Read(string header, byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        var at = text.LastIndexOf("#end,", StringComparison.Ordinal);
        if (at < 0 || text[at..].TrimEnd().Split(',') is not [_, var count, var hash])
            return null;
        var lines = text[..at].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
        return hash == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text[..at]))) && lines[0] == header
            && count == (lines.Count - 1).ToString(CultureInfo.InvariantCulture)
            ? lines[1..]
            : null;
    }
}
