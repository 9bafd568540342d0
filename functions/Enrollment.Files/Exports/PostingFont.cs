using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Enrollment.Files.Exports;

/// <summary>The font of the posting list, by file: the machine's own choice of fonts differs from one to the next, and none may hold Chinese.</summary>
public sealed class PostingFont : IDisposable
{
    /// <summary>Where Debian's package fonts-wqy-microhei puts it: it embeds in a form that readers can search and copy, which Noto CJK does not.</summary>
    public const string DefaultFile = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";

    // The printers' mark for a character that the font lacks.
    private const string Lacking = "〓";

    private readonly SKTypeface _typeface;
    private readonly SKFont _glyphs;

    private PostingFont(SKTypeface typeface) => (_typeface, _glyphs) = (typeface, new SKFont(typeface));

    /// <summary>Null when there is no such file, or it is no font, or one without Chinese.</summary>
    public static PostingFont? Load(string file)
    {
        if (!File.Exists(file) || SKTypeface.FromFile(file) is not { } typeface)
            return null;
        var font = new PostingFont(typeface);
        if (font._glyphs.ContainsGlyphs("班级张榜男女一龥" + Lacking))
            return font;
        font.Dispose();
        return null;
    }

    public void Dispose()
    {
        _glyphs.Dispose();
        _typeface.Dispose();
    }

    internal SKFont At(float size) => new(_typeface, size);

    /// <summary>As it can be printed: what the font lacks as 〓, and without the signs that turn the direction of a line.</summary>
    internal string Printable(string text)
    {
        var printed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                printed.Append(_glyphs.ContainsGlyph(rune.Value) ? rune.ToString() : Lacking);
        }
        return printed.ToString();
    }
}
