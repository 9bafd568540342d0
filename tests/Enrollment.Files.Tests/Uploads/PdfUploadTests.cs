using Enrollment.Files.Uploads;
using SkiaSharp;

namespace Enrollment.Files.Tests.Uploads;

public sealed class PdfUploadTests
{
    [Fact]
    public void Pdf_OfOrdinaryTools_IsTakenAsItIs()
    {
        Assert.Equal(SomeDocuments.Plain, Accepted(SomeDocuments.Plain));
        Assert.NotEmpty(Accepted(Drawn()));
        Assert.NotEmpty(Accepted(SomeDocuments.Compressed(SomeDocuments.Harmless)));
        // Names that only look like it, and the like inside a picture's bytes.
        Assert.NotEmpty(Accepted(SomeDocuments.With("<< /JSON 1 /Launcher 2 >>")));
        Assert.NotEmpty(Accepted(SomeDocuments.WithStream("<< /Subtype /Image /Filter /DCTDecode >>", SomePictures.Text("\xFF\xD8 /JS /Launch \xFF\xD9"))));
    }

    [Theory]
    [InlineData("<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>")]
    [InlineData("<< /A << /S /J#61vaScript /J#53 (app.alert(1)) >> >>")]
    [InlineData("<</S/Launch/F(cmd.exe)>>")]
    [InlineData("<< /S /SubmitForm /F (http://x.invalid) >>")]
    [InlineData("<< /Subtype /RichMedia >>")]
    [InlineData("<< /XFA [] >>")]
    public void Pdf_ThatActs_IsRefused(string dictionary)
    {
        Assert.Equal(UploadFault.ActiveContent, Refused(SomeDocuments.With(dictionary)));
        Assert.Equal(UploadFault.ActiveContent, Refused(SomeDocuments.Compressed($"5 0 {dictionary}")));
    }

    [Theory]
    [InlineData("<< /Type /Filespec /EF << /F 9 0 R >> >>")]
    [InlineData("<< /Names << /EmbeddedFiles 9 0 R >> >>")]
    [InlineData("<< /Encrypt 9 0 R >>")]
    [InlineData("<< /Title (<html><script>) >>")]
    public void Pdf_WithSomethingInside_IsRefused(string dictionary) => Assert.Equal(UploadFault.HiddenContent, Refused(SomeDocuments.With(dictionary)));

    [Fact]
    public void Pdf_WhatCannotBeLookedInto_IsRefused()
    {
        Assert.Equal(UploadFault.HiddenContent, Refused(SomeDocuments.Compressed(SomeDocuments.Harmless, "/Filter [/ASCIIHexDecode /FlateDecode]")));
        Assert.Equal(UploadFault.HiddenContent, Refused(SomeDocuments.WithStream("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>", SomePictures.Text("no zlib"))));
        // A reader pointed at it would find an object in the middle of data.
        Assert.Equal(UploadFault.HiddenContent, Refused(SomeDocuments.WithStream("<< /Length 40 /Filter /DCTDecode >>", SomePictures.Text("9 0 obj << /S /JavaScript >> endobj"))));
    }

    [Fact]
    public void Pdf_ABombInAnObjectStream_IsNotDecoded()
    {
        var bomb = SomeDocuments.WithStream("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>", SomeDocuments.Deflated(new byte[200 * 1024 * 1024]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(UploadFault.HiddenContent, Refused(bomb));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 80L * 1024 * 1024);
    }

    [Fact]
    public void Pdf_WithAnArchiveBehindIt_IsMalformed() =>
        Assert.Equal(UploadFault.Malformed, Refused([.. SomeDocuments.Plain, (byte)'P', (byte)'K', 3, 4]));

    private static byte[] Accepted(byte[] file) => Assert.IsType<UploadReading.Accepted>(ReadUpload.Of(UploadType.Pdf, file)).Content;

    private static UploadFault Refused(byte[] file) => Assert.IsType<UploadReading.Refused>(ReadUpload.Of(UploadType.Pdf, file)).Fault;

    private static byte[] Drawn()
    {
        using var memory = new MemoryStream();
        using (var document = SKDocument.CreatePdf(memory))
        {
            document.BeginPage(100, 100).DrawRect(10, 10, 20, 20, new SKPaint());
            document.EndPage();
            document.Close();
        }
        return memory.ToArray();
    }
}
