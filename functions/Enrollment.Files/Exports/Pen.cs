using SkiaSharp;

namespace Enrollment.Files.Exports;

/// <summary>Writes on one page. Lengths are points; A4 is 595 by 842.</summary>
internal sealed class Pen(SKCanvas canvas, PostingFont font, SKPaint ink)
{
    public const float Width = 595, Height = 842;

    /// <summary>Squeezed where it is longer than its place; never cut. Says how wide it is.</summary>
    public float Text(string text, float x, float y, float size, float most, SKTextAlign align = SKTextAlign.Left)
    {
        using var face = font.At(size);
        var printed = font.Printable(text);
        var width = face.MeasureText(printed);
        if (width > most)
            face.ScaleX = most / width;
        canvas.DrawText(printed, x, y, align, face, ink);
        return Math.Min(width, most);
    }

    public void Line(float left, float right, float y) => canvas.DrawLine(left, y, right, y, ink);

    public void Code(Uri address, SKRect place) => QrCode.Draw(canvas, address, place);
}
