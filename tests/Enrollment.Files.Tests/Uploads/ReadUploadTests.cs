using System.Buffers.Binary;
using CsCheck;
using Enrollment.Files.Uploads;
using static Enrollment.Files.Tests.Uploads.SomePictures;

namespace Enrollment.Files.Tests.Uploads;

public sealed class ReadUploadTests
{
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0];

    [Fact]
    public void Jpeg_OfAPhone_LosesAllButPixelsAndOrientation()
    {
        var kept = Accepted(UploadType.Jpeg, PhotoOfAPhone());

        Assert.True(kept.AsSpan().IndexOf(Text(Secret)) < 0, "the place is still in it");
        Assert.Equal(["D8", "E0", "E1"], MarkersOf(kept).Take(3));
        Assert.DoesNotContain(MarkersOf(kept).Skip(3), marker => marker[0] == 'E' || marker == "FE");
        Assert.Equal(PixelsOf(Jpeg), PixelsOf(Accepted(UploadType.Jpeg, Jpeg)));
        Assert.Equal(PixelsOf(PhotoOfAPhone()), PixelsOf(kept));
        Assert.Equal([0xFF, 0xD9], kept[^2..]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 3)]
    [InlineData(6, 6)]
    [InlineData(9, 0)]
    public void Jpeg_Orientation_StaysAlone(int written, int kept)
    {
        var file = Accepted(UploadType.Jpeg, PhotoOfAPhone(written));

        var exif = file.AsSpan().IndexOf("Exif\0\0"u8);
        Assert.Equal(kept != 0, exif >= 0);
        // Behind name, head, count, tag, type and length stands the value; the directory has this one entry.
        Assert.True(kept == 0 || (file[exif + 6 + 8 + 1] == 1 && file[exif + 6 + 8 + 2 + 9] == kept));
    }

    [Fact]
    public void Jpeg_ReadAgain_StaysAsItIs()
    {
        var kept = Accepted(UploadType.Jpeg, PhotoOfAPhone());

        Assert.Equal(kept, Accepted(UploadType.Jpeg, kept));
    }

    [Fact]
    public void Png_WithTexts_LosesAllButPixelsAndOrientation()
    {
        var kept = Accepted(UploadType.Png, PngWith(Chunk("tEXt", Text($"Location\0{Secret}")), Chunk("iTXt", Text(Secret)), Chunk("zTXt", Text(Secret)),
            Chunk("tIME", new byte[7]), Chunk("eXIf", Tiff(8)), Chunk("pHYs", new byte[9]), Chunk("gAMA", Text(Secret))));

        Assert.True(kept.AsSpan().IndexOf(Text(Secret)) < 0, "the place is still in it");
        Assert.Equal(["IHDR", "eXIf", "pHYs"], ChunksOf(kept).Take(3));
        Assert.Equal(PixelsOf(Png), PixelsOf(kept));
        Assert.Equal(kept, Accepted(UploadType.Png, kept));
    }

    [Theory]
    [InlineData(UploadType.Jpeg)]
    [InlineData(UploadType.Png)]
    public void Picture_WithAnotherFileBehindIt_IsRefused(UploadType type)
    {
        var picture = type is UploadType.Jpeg ? Jpeg : Png;

        foreach (var hidden in new[] { Zip, Text("<html><script>alert(1)</script>"), Text("MZ\x90"), Text("junk %PDF-1.7"), Text("<SvG onload=x>") })
            Assert.Equal(UploadFault.HiddenContent, Refused(type, [.. picture, .. hidden]));
        Assert.Equal(Accepted(type, picture), Accepted(type, [.. picture, 0, 0, 0]));
    }

    [Theory]
    [InlineData(UploadType.Jpeg)]
    [InlineData(UploadType.Png)]
    [InlineData(UploadType.Pdf)]
    public void File_OfAnotherKind_IsMalformed(UploadType type)
    {
        byte[][] others = [[], Zip, Text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Text("<html>"), Text("GIF89a"), type is UploadType.Png ? Jpeg : Png];

        Assert.All(others, other => Assert.Equal(UploadFault.Malformed, Refused(type, other)));
    }

    [Theory]
    [InlineData(UploadType.Jpeg)]
    [InlineData(UploadType.Png)]
    [InlineData(UploadType.Pdf)]
    public void File_CutOffAnywhere_IsRefused(UploadType type)
    {
        var whole = type is UploadType.Jpeg ? Accepted(type, Jpeg) : type is UploadType.Png ? Png : SomeDocuments.Plain;

        for (var length = 0; length < whole.Length - 1; length++)
            Assert.True(ReadUpload.Of(type, whole.AsSpan(0, length)) is UploadReading.Refused, $"cut after {length} of {whole.Length} bytes");
    }

    [Fact]
    public void Picture_WithTooManyPixels_IsRefusedUnseen()
    {
        var jpeg = (byte[])Jpeg.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 5), 60_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 7), 60_000);
        byte[] header = [.. Png[16..29]];
        BinaryPrimitives.WriteInt32BigEndian(header, 60_000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 60_000);

        Assert.Equal(UploadFault.TooManyPixels, Refused(UploadType.Jpeg, jpeg));
        Assert.Equal(UploadFault.TooManyPixels, Refused(UploadType.Png, [.. Png[..8], .. Chunk("IHDR", header), .. Png[33..]]));
    }

    [Fact]
    public void Png_WithAWrongChecksumOrAnUnknownPart_IsMalformed()
    {
        var wrong = (byte[])Png.Clone();
        wrong[20] ^= 1;

        Assert.Equal(UploadFault.Malformed, Refused(UploadType.Png, wrong));
        Assert.Equal(UploadFault.Malformed, Refused(UploadType.Png, PngWith(Chunk("ABCD", Text("x")))));
        Assert.Equal(UploadFault.Malformed, Refused(UploadType.Png, PngWith(Chunk("IDAT", Text("no zlib")))));
    }

    [Fact]
    public void File_WithAnyBytesChanged_NeverFails() => Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 12], Gen.Int[0, 400]).Sample((which, changes, cut) =>
    {
        var type = (UploadType)which;
        byte[] file = [.. type is UploadType.Jpeg ? PhotoOfAPhone() : type is UploadType.Png ? PngWith(Chunk("eXIf", Tiff(3))) : SomeDocuments.Compressed(SomeDocuments.Harmless)];
        foreach (var (at, value) in changes)
            file[at % file.Length] = value;

        // Whatever is taken stays what it is when it is read again.
        if (ReadUpload.Of(type, file.AsSpan(0, Math.Max(0, file.Length - (cut > 200 ? cut : 0)))) is UploadReading.Accepted accepted)
            Assert.Equal(accepted.Content, Assert.IsType<UploadReading.Accepted>(ReadUpload.Of(type, accepted.Content)).Content);
    }, iter: 3_000);

    private static byte[] Accepted(UploadType type, byte[] file) => Assert.IsType<UploadReading.Accepted>(ReadUpload.Of(type, file)).Content;

    private static UploadFault Refused(UploadType type, byte[] file) => Assert.IsType<UploadReading.Refused>(ReadUpload.Of(type, file)).Fault;

    /// <summary>The markers up to the first scan.</summary>
    private static List<string> MarkersOf(byte[] jpeg)
    {
        var markers = new List<string> { jpeg[1].ToString("X2", System.Globalization.CultureInfo.InvariantCulture) };
        for (var at = 2; markers[^1] != "DA"; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
            markers.Add(jpeg[at + 1].ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        return markers;
    }

    private static List<string> ChunksOf(byte[] png)
    {
        var chunks = new List<string>();
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
            chunks.Add(System.Text.Encoding.ASCII.GetString(png, at + 4, 4));
        return chunks;
    }
}
