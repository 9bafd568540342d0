using System.IO.Compression;

namespace Enrollment.Files.Rosters;

/// <summary>What a workbook's package may be, looked at before anything of it is unpacked.</summary>
internal static class PackageLimits
{
    /// <summary>All parts together, unpacked.</summary>
    public const long MostUnpacked = 300L << 20;

    private const long MostRatio = 200;
    private const int MostEntries = 500;
    private const int SmallEntry = 1 << 20;

    /// <summary>What points at parts is kept as a whole.</summary>
    private const long MostDirectory = 4L << 20;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Does the package unpack to more than a roster can be?</summary>
    public static bool IsBomb(ZipArchive package) =>
        package.Entries.Count > MostEntries
        || package.Entries.Sum(entry => entry.Length) > MostUnpacked
        || package.Entries.Where(IsDirectory).Sum(entry => entry.Length) > MostDirectory
        || package.Entries.Any(entry => entry.Length > SmallEntry && entry.Length > MostRatio * entry.CompressedLength);

    /// <summary>A workbook with a password is a compound file (MS-OFFCRYPTO 2.3) with a stream of this name, in UTF-16.</summary>
    public static bool IsEncrypted(Stream file)
    {
        file.Position = 0;
        var start = new byte[CompoundFile.Length];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan().SequenceEqual(CompoundFile))
            return false;
        var name = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (file.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            var known = buffer.AsSpan(0, kept + read);
            if (known.IndexOf(name) >= 0)
                return true;
            kept = Math.Min(known.Length, name.Length - 1);
            known[^kept..].CopyTo(buffer);
        }
        return false;
    }

    private static bool IsDirectory(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
