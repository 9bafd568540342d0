using CsCheck;
using DocumentFormat.OpenXml.Spreadsheet;
using Enrollment.Files.Exports;
using Sheet = Enrollment.Files.Exports.Sheet;

namespace Enrollment.Files.Tests.Exports;

public sealed class WorkbookFileTests
{
    private static readonly string[] Signs = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "", "_x0041_", "'"];

    // Any text, lone surrogates and controls included, after any sign.
    private static readonly Gen<string> AnyText = Gen.Select(Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]), Gen.String[0, 20], (sign, rest) => sign + rest);

    [Fact]
    public void Write_AnyTexts_AreTextsThatReadTheSame_AndNeverFormulas() => Gen.Select(AnyText.Array[1, 8], Gen.Decimal).Sample((texts, number) =>
    {
        var book = OpenedWorkbook.Of(WorkbookFile.Write([Sheet.Table("表", ["一"], [.. texts.Select(text => (SheetCell[])[SheetCell.Of(text)]), [SheetCell.Of(number)]])]));

        Assert.Empty(book.Faults);
        Assert.All(book.Cells, cell => Assert.Null(cell.CellFormula));
        var column = book.Sheets["表"].Skip(1).ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0)
                continue;
            var cell = column[$"A{i + 2}"];
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.Equal(Mended(texts[i]), OpenedWorkbook.TextOf(cell));
            Assert.Equal(FormulaText.IsLike(texts[i]), book.Formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value == true);
        }
        Assert.Equal(CellValues.Number, column[$"A{texts.Length + 2}"].DataType!.Value);
    }, iter: 300);

    [Theory]
    [InlineData("=1", true)]
    [InlineData("+1", true)]
    [InlineData("-1", true)]
    [InlineData("@A1", true)]
    [InlineData("\t1", true)]
    [InlineData("\r1", true)]
    [InlineData("＝1", true)]
    [InlineData("1=1", false)]
    [InlineData("", false)]
    [InlineData("陈", false)]
    public void Formula_SignThatStartsOne_IsKnown(string text, bool isLike) => Assert.Equal(isLike, FormulaText.IsLike(text));

    [Fact]
    public void Write_SameSheetsTwice_GiveTheSameBytes()
    {
        var lists = SomeLists.Of(pupils: 40, classes: 3);

        Assert.Equal(WorkbookFile.Write(PlacementSheets.All(lists)), WorkbookFile.Write(PlacementSheets.All(lists)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("一/二")]
    [InlineData("'一")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二")]
    public void Write_NameNoSheetCanHave_IsRefused(string name) => Assert.Throws<ArgumentException>(() => WorkbookFile.Write([Sheet.Table(name, ["一"], [])]));

    [Fact]
    public void Write_OneNameTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => WorkbookFile.Write([Sheet.Table("A", ["一"], []), Sheet.Table("a", ["一"], [])]));

    [Fact]
    public void Write_TextLongerThanACellHolds_IsRefusedAndNotCut() =>
        Assert.Throws<ArgumentException>(() => WorkbookFile.Write([Sheet.Table("表", ["一"], [[SheetCell.Of(new string('长', 32_768))]])]));

    [Fact]
    public void Write_ManyColumns_AreNamedAsSpreadsheetsDo()
    {
        var row = Enumerable.Range(0, 800).Select(i => SheetCell.Of(i)).ToArray();

        var book = OpenedWorkbook.Of(WorkbookFile.Write([Sheet.Table("表", [.. row.Select(cell => cell.Text)], [row])]));

        Assert.Empty(book.Faults);
        Assert.Equal("701", book.At("表", "ZZ2"));
        Assert.Equal("702", book.At("表", "AAA2"));
    }

    // A lone surrogate is no character: every reader shows U+FFFD for it.
    private static string Mended(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
