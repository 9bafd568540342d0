using System.Buffers.Binary;

namespace Enrollment.Files.Uploads;

/// <summary>Whether the chunks of a PNG stand in a lawful order and hold what they must.</summary>
internal sealed class PngOrder
{
    private bool _hasHeader;
    private bool _isAfterData;

    /// <summary>True from the first data chunk on.</summary>
    public bool HasData { get; private set; }

    public UploadFault? FaultOf(string name, ReadOnlySpan<byte> content)
    {
        if (name == "IHDR")
            return _hasHeader ? UploadFault.Malformed : HeaderFault(content);
        if (!_hasHeader)
            return UploadFault.Malformed;
        if (name == "IDAT")
            return DataFault(content);
        _isAfterData |= HasData;
        return name switch
        {
            "IEND" => HasData && content.IsEmpty ? null : UploadFault.Malformed,
            "PLTE" => !HasData && content.Length is > 0 and <= 768 && content.Length % 3 == 0 ? null : UploadFault.Malformed,
            // Lower case: may be left out. Upper case: a picture without it is another one.
            _ => char.IsAsciiLetterLower(name[0]) ? null : UploadFault.Malformed,
        };
    }

    private UploadFault? HeaderFault(ReadOnlySpan<byte> content)
    {
        _hasHeader = true;
        if (content.Length != 13 || content[10] != 0 || content[11] != 0 || content[12] > 1 || !IsColor(content[9], content[8]))
            return UploadFault.Malformed;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
            return UploadFault.Malformed;
        return ReadUpload.IsTooLarge(width, height) ? UploadFault.TooManyPixels : null;
    }

    private UploadFault? DataFault(ReadOnlySpan<byte> content)
    {
        // The first begins a zlib stream (RFC 1950); data chunks follow one another.
        if (_isAfterData || (!HasData && !(content.Length >= 2 && (content[0] & 0x0F) == 8 && ((content[0] << 8) | content[1]) % 31 == 0)))
            return UploadFault.Malformed;
        HasData = true;
        return null;
    }

    private static bool IsColor(byte type, byte depth) => type switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        3 => depth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => depth is 8 or 16,
        _ => false,
    };
}

/// <summary>The checksum of a chunk (ISO 3309).</summary>
internal static class Crc
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Entry(int value)
    {
        var entry = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ (entry >> 1);
        return entry;
    }
}
