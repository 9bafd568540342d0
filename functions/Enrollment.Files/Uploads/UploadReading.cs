namespace Enrollment.Files.Uploads;

/// <summary>What came of reading an upload. Closed.</summary>
public abstract record UploadReading
{
    private UploadReading()
    {
    }

    /// <summary>A whole file of its type.</summary>
    /// <param name="Content">What is to be kept of it: without metadata, and nothing beyond the picture or document.</param>
    public sealed record Accepted(byte[] Content) : UploadReading;

    /// <summary>Not to be kept.</summary>
    public sealed record Refused(UploadFault Fault) : UploadReading;
}

/// <summary>Why an upload is refused.</summary>
public enum UploadFault
{
    /// <summary>Not a whole file of its type: other content, cut off, or a variant that browsers do not show.</summary>
    Malformed,
    /// <summary>A picture of more than <see cref="ReadUpload.MaxPixels"/>.</summary>
    TooManyPixels,
    /// <summary>A document that can act: scripts, launched programs, forms that send.</summary>
    ActiveContent,
    /// <summary>Another file inside: an attachment, an archive behind a picture, a page inside a document; or what cannot be looked into.</summary>
    HiddenContent,
}

/// <summary>Reads an upload by its content, never by what its sender calls it. Nothing is decoded, so no picture can blow up.</summary>
public static class ReadUpload
{
    /// <summary>Pixels of a picture at the most: beyond it, whoever looks at it pays.</summary>
    public const int MaxPixels = 100_000_000;

    /// <summary>Reads and cleans.</summary>
    public static UploadReading Of(UploadType type, ReadOnlySpan<byte> file) => type switch
    {
        UploadType.Jpeg => JpegFile.Read(file),
        UploadType.Png => PngFile.Read(file),
        UploadType.Pdf => PdfFile.Read(file),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    internal static UploadReading Refused(UploadFault fault) => new UploadReading.Refused(fault);

    internal static bool IsTooLarge(long width, long height) => width * height > MaxPixels;
}
