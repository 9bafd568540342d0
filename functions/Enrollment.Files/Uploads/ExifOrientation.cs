using System.Buffers.Binary;

namespace Enrollment.Files.Uploads;

/// <summary>Which way up a picture is: the one thing of a camera's metadata (TIFF 6.0, Exif 2.3) that must stay, or deeds lie on their side.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    /// <summary>1 to 8; upright where the metadata does not say or cannot be read.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
            return Upright;
        var isLittle = tiff[0] == (byte)'I';
        var directory = Int32(tiff[4..], isLittle);
        if (directory < 8 || directory > tiff.Length - 2)
            return Upright;
        var entries = tiff[(int)(directory + 2)..];
        for (var left = Int16(tiff[(int)directory..], isLittle); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
        {
            if (Int16(entries, isLittle) == Tag)
                return Int16(entries[2..], isLittle) == Short && Int16(entries[8..], isLittle) is >= 1 and <= 8 and var value ? value : Upright;
        }
        return Upright;
    }

    /// <summary>A directory with nothing but the orientation.</summary>
    public static byte[] Write(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Int16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Int32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
