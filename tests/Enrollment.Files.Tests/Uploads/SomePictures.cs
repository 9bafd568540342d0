using System.Buffers.Binary;
using SkiaSharp;

namespace Enrollment.Files.Tests.Uploads;

/// <summary>Real pictures and documents, and what hides in real ones.</summary>
internal static class SomePictures
{
    public const string Secret = "GPS-24.9139N-118.5858E";

    public static byte[] Jpeg { get; } = Encoded(SKEncodedImageFormat.Jpeg);

    public static byte[] Png { get; } = Encoded(SKEncodedImageFormat.Png);

    /// <summary>As a phone writes it: Exif with orientation 6 and a place, XMP, IPTC, a comment, a profile, and a tail.</summary>
    public static byte[] PhotoOfAPhone(int orientation = 6) =>
    [
        .. Jpeg[..2],
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Text(Secret)]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, .. Text(Secret)]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Text(Secret)]),
        .. Segment(0xFE, Text(Secret)),
        .. Jpeg[2..],
        .. Text("SEFT tail of the camera " + Secret),
    ];

    /// <summary>A directory of two entries, and a place behind them.</summary>
    public static byte[] Tiff(int orientation) =>
    [
        .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0,
        .. Text(Secret),
    ];

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] Chunk(string name, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Text(name), .. content];
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, SlowCrc(named));
        return [.. length, .. named, .. checksum];
    }

    /// <summary>The PNG with chunks put in behind its header.</summary>
    public static byte[] PngWith(params byte[][] chunks) => [.. Png[..33], .. chunks.SelectMany(chunk => chunk), .. Png[33..]];

    /// <summary>What a picture shows, once decoded.</summary>
    public static byte[] PixelsOf(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file);
        Assert.NotNull(bitmap);
        return bitmap.GetPixelSpan().ToArray();
    }

    public static byte[] Text(string text) => System.Text.Encoding.Latin1.GetBytes(text);

    private static byte[] Encoded(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(96, 64);
        for (var x = 0; x < bitmap.Width; x++)
        {
            for (var y = 0; y < bitmap.Height; y++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x * 2), (byte)(y * 3), (byte)(x * y)));
        }
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    // ISO 3309 bit by bit.
    private static uint SlowCrc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
                crc = ((crc ^ (uint)(value >> bit)) & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
