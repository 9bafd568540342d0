using QRCoder;
using SkiaSharp;

namespace Enrollment.Files.Exports;

/// <summary>An address as a QR code, drawn as vectors: sharp on every printer.</summary>
internal static class QrCode
{
    /// <param name="canvas">What to draw on.</param>
    /// <param name="address">Percent-encoded: readers disagree about every other character.</param>
    /// <param name="place">A square; the quiet zone lies within it.</param>
    public static void Draw(SKCanvas canvas, Uri address, SKRect place)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var size = place.Width / modules.Count;
        using var squares = new SKPathBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                    squares.AddRect(SKRect.Create(place.Left + x * size, place.Top + y * size, size, size));
            }
        }
        using var path = squares.Detach();
        using var black = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        canvas.DrawPath(path, black);
    }
}
