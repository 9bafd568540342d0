using System.IO.Compression;

namespace Enrollment.Files.Uploads;

/// <summary>
/// A PDF (ISO 32000) looked through without being shown: its objects, also those inside compressed object streams, must name nothing that acts
/// or carries another file. What cannot be looked into (encryption, other filters, objects hidden in data) is refused. The bytes stay as they are.
/// </summary>
internal static class PdfFile
{
    // Of all object streams together: real documents have a few hundred kilobytes.
    private const int MaxInflated = 16 * 1024 * 1024;

    private static readonly HashSet<string> Active = new(StringComparer.Ordinal)
        { "JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "RichMedia", "Movie", "Sound", "Rendition", "XFA", "GoTo3DView" };

    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "EmbeddedFile", "EmbeddedFiles", "EF", "GoToE", "Collection", "Encrypt" };

    public static UploadReading Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith("%PDF-"u8) || !EndsWhole(file) || file.IndexOf("startxref"u8) < 0)
            return ReadUpload.Refused(UploadFault.Malformed);
        var (names, left) = (new HashSet<string>(StringComparer.Ordinal), MaxInflated);
        for (var rest = file; !rest.IsEmpty;)
        {
            var structure = PdfStreams.Before(rest, out var data, out rest);
            if (ForeignContent.IsMarkup(structure))
                return ReadUpload.Refused(UploadFault.HiddenContent);
            var own = PdfNames.In(structure);
            names.UnionWith(own);
            if (PdfStreams.HidesObjects(data))
                return ReadUpload.Refused(UploadFault.HiddenContent);
            var dictionary = PdfNames.In(PdfStreams.Dictionary(structure));
            if (data.IsEmpty || !HoldsObjects(dictionary))
                continue;
            if (Inflated(dictionary, data, ref left) is not { } objects)
                return ReadUpload.Refused(UploadFault.HiddenContent);
            names.UnionWith(PdfNames.In(objects));
        }
        return Judge(names, file);
    }

    private static UploadReading Judge(HashSet<string> names, ReadOnlySpan<byte> file)
    {
        if (names.Overlaps(Active))
            return ReadUpload.Refused(UploadFault.ActiveContent);
        if (names.Overlaps(Hidden))
            return ReadUpload.Refused(UploadFault.HiddenContent);
        return names.Contains("Catalog") && names.Contains("Pages") ? new UploadReading.Accepted(file.ToArray()) : ReadUpload.Refused(UploadFault.Malformed);
    }

    // Behind the last mark there is white space at the most.
    private static bool EndsWhole(ReadOnlySpan<byte> file)
    {
        var end = file.LastIndexOf("%%EOF"u8);
        return end >= 0 && file[(end + 5)..].IndexOfAnyExcept("\r\n \t\0"u8) < 0;
    }

    private static bool HoldsObjects(HashSet<string> dictionary) => dictionary.Contains("ObjStm") || (dictionary.Contains("First") && dictionary.Contains("N"));

    private static byte[]? Inflated(HashSet<string> dictionary, ReadOnlySpan<byte> data, ref int left)
    {
        var filters = dictionary.Where(name => name.EndsWith("Decode", StringComparison.Ordinal) || name is "Crypt" or "Fl").ToList();
        if (filters is [])
            return data.ToArray();
        if (filters is not ["FlateDecode"] || dictionary.Contains("DecodeParms") || dictionary.Contains("F"))
            return null;
        try
        {
            using var inflating = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            using var inflated = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (inflating.Read(buffer) is var read and > 0)
            {
                if ((left -= read) <= 0)
                    return null;
                inflated.Write(buffer, 0, read);
            }
            return inflated.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
