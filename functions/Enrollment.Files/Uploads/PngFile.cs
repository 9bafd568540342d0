using System.Buffers.Binary;

namespace Enrollment.Files.Uploads;

/// <summary>A PNG (ISO/IEC 15948) copied chunk by chunk: what makes the picture stays, texts, times, profiles, animations and Exif go, but for the orientation.</summary>
internal static class PngFile
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Their lengths in bytes: nothing else fits into them.
    private static readonly Dictionary<string, int> Harmless = new(StringComparer.Ordinal)
    {
        ["gAMA"] = 4,
        ["cHRM"] = 32,
        ["sRGB"] = 1,
        ["pHYs"] = 9,
        ["sBIT"] = 4,
        ["tRNS"] = 256,
    };

    public static UploadReading Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            return ReadUpload.Refused(UploadFault.Malformed);
        var (kept, order) = (new MemoryStream(), new PngOrder());
        var rest = file[Signature.Length..];
        kept.Write(Signature);
        while (Chunk(rest) is { } chunk)
        {
            var content = chunk.Content(rest);
            if (order.FaultOf(chunk.Name, content) is { } fault)
                return ReadUpload.Refused(fault);
            if (IsKept(chunk.Name, content.Length))
                kept.Write(rest[..chunk.Length]);
            else if (chunk.Name == "eXIf" && ExifOrientation.Read(content) is > ExifOrientation.Upright and var orientation && !order.HasData)
                kept.Write(Written("eXIf", ExifOrientation.Write(orientation)));
            rest = rest[chunk.Length..];
            if (chunk.Name == "IEND")
                return ForeignContent.IsIn(rest) ? ReadUpload.Refused(UploadFault.HiddenContent) : new UploadReading.Accepted(kept.ToArray());
        }
        return ReadUpload.Refused(UploadFault.Malformed);
    }

    internal static byte[] Written(string name, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        System.Text.Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), Crc.Of(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    private static bool IsKept(string name, int length) =>
        name is "IHDR" or "PLTE" or "IDAT" or "IEND" || (Harmless.TryGetValue(name, out var most) && length <= most);

    private static PngChunk? Chunk(ReadOnlySpan<byte> rest)
    {
        var length = rest.Length < 12 ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12)
            return null;
        var checksum = BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..]);
        return Crc.Of(rest.Slice(4, (int)length + 4)) == checksum
            ? new PngChunk(System.Text.Encoding.ASCII.GetString(rest.Slice(4, 4)), (int)length + 12)
            : null;
    }

    private readonly record struct PngChunk(string Name, int Length)
    {
        public ReadOnlySpan<byte> Content(ReadOnlySpan<byte> rest) => rest[8..(Length - 4)];
    }
}
