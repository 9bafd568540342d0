using System.IO.Compression;
using System.Text;

namespace Enrollment.Files.Tests.Uploads;

/// <summary>Documents, good and bad, as small as they can be.</summary>
internal static class SomeDocuments
{
    public const string Harmless = "5 0 << /Producer (scanner) >>";

    public static byte[] Plain { get; } = With("<< /Producer (scanner) >>");

    /// <summary>A document with one more object.</summary>
    public static byte[] With(string dictionary) => Whole($"4 0 obj\n{dictionary}\nendobj\n");

    /// <summary>A document with one more stream.</summary>
    public static byte[] WithStream(string dictionary, byte[] data) =>
        Whole($"4 0 obj\n{dictionary}\nstream\n{Encoding.Latin1.GetString(data)}\nendstream\nendobj\n");

    /// <summary>A document whose last objects stand compressed in an object stream.</summary>
    public static byte[] Compressed(string objects, string filter = "/Filter /FlateDecode") => WithStream($"<< /Type /ObjStm /N 1 /First 4 {filter} >>", Deflated(SomePictures.Text(objects)));

    public static byte[] Deflated(byte[] data)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        return memory.ToArray();
    }

    private static byte[] Whole(string more) => SomePictures.Text(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n" + more + "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
}
