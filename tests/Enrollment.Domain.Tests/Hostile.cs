using CsCheck;

namespace Enrollment.Domain.Tests;

/// <summary>Text nobody's form should send and every parser must survive.</summary>
internal static class Hostile
{
    public static readonly string?[] Texts =
    [
        null, "", " ", "\0", "\t\r\n", "\u3000", "\uFEFF", "\u200B", "😀", "👨‍👩‍👧‍👦", "\uD800", "\uDC00", "x\uDBFF", "\u200F\u202E", "\u0301",
        "３５０５０２２０２００２２９００３６", "٣٥٠٥٠٢٢٠٢٠٠٢٢٩٠٠٣٦", "35050220200229003\uFF38", "35050220200229003\uD83D", "\u202E350502202002290036",
        "-50502202002290036", "+1380013800", "1e400", "=1+1", "<script>alert(1)</script>", "'; DROP TABLE Applications;--", "..%2f..%2f",
        "１３８００１３８０００", "9135050２MB0000000D", "ſ2350502MB0000000D", "ıİßŸ",
        new string('0', 1_000_000), new string(' ', 1_000_000), new string('张', 1_000_000), new string('\uD800', 1_000_000),
    ];

    private static readonly Gen<string> AnyUnits = Gen.Char['\0', '\uFFFF'].Array[0, 40].Select(units => new string(units));

    /// <summary>Any UTF-16 units, and good text with one unit replaced by any other.</summary>
    public static Gen<string> Near(Gen<string> good) => Gen.OneOf(AnyUnits,
        Gen.Select(good, Gen.Int[0, 1000], Gen.Char['\0', '\uFFFF'], (text, at, unit) => Replace(text, at % text.Length, unit)));

    public static string Replace(string text, int at, char unit) => string.Concat(text.AsSpan(0, at), [unit], text.AsSpan(at + 1));

    public static string SwapWithNext(string text, int at) =>
        string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2));
}
