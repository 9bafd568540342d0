using System.Globalization;

namespace Enrollment.Files.Exports;

/// <summary>One cell: a text, which stays a text whatever it looks like, or a number.</summary>
public readonly record struct SheetCell
{
    private SheetCell(string text, decimal? number, bool isHeading) => (Text, Number, IsHeading) = (text, number, isHeading);

    public string Text { get; }

    public decimal? Number { get; }

    public bool IsHeading { get; }

    public static SheetCell Of(string? text) => new(text ?? "", number: null, isHeading: false);

    public static SheetCell Of(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), number, isHeading: false);

    public static SheetCell Heading(string text) => new(text, number: null, isHeading: true);
}
