using Enrollment.Files.Exports;

namespace Enrollment.Files.Tests.Exports;

public sealed class PlacementSheetsTests
{
    [Fact]
    public void All_APlacement_IsAValidWorkbookOfTheSchoolsSheets()
    {
        var lists = SomeLists.Of(pupils: 36, classes: 3);
        var report = Sheet.Table("均衡报告", ["指标", "极差"], [[SheetCell.Of("人数"), SheetCell.Of(1)]]);

        var book = OpenedWorkbook.Of(WorkbookFile.Write(PlacementSheets.All(lists, report)));

        Assert.Empty(book.Faults);
        Assert.Equal(["班级名单", "张榜名单", "均衡报告", "签字页"], book.Sheets.Keys);
        Assert.Equal(["1", "t1", "000000", "陈志明", "男", "0000000000000001"], Row(book, "班级名单", 2));
        Assert.Equal(["1", "t1", "陈*明", "0000"], Row(book, "张榜名单", 2));
        Assert.Equal("人数", book.At("均衡报告", "A2"));
    }

    [Fact]
    public void All_LateJoiner_StandsAtTheEndOfTheirClassWithoutAName()
    {
        var book = OpenedWorkbook.Of(WorkbookFile.Write(PlacementSheets.All(SomeLists.Of(pupils: 36, classes: 3))));

        Assert.Equal(["3", "t3", "女", "0000000000abcdef", "插班"], Row(book, "班级名单", 38));
        Assert.Equal(["3", "t3", "0000000000abcdef", "插班"], Row(book, "张榜名单", 38));
    }

    [Fact]
    public void Signature_APlacement_SaysWhatWasDrawnAndHowItCameOut()
    {
        var lists = SomeLists.Of(pupils: 36, classes: 3);

        var cells = OpenedWorkbook.Of(WorkbookFile.Write(PlacementSheets.All(lists))).Sheets["签字页"].Select(OpenedWorkbook.TextOf).ToArray();

        Assert.All([lists.Name.School, "2026", lists.Name.Run, lists.Digests.Sha256.ToString(), lists.Digests.Sm3.ToString(), lists.Commitment.ToString(), lists.Entropy,
            lists.Result.ToString()], fact => Assert.Contains(fact, cells));
        Assert.Equal(["1", "6", "6", "12", "2", "6", "6", "12", "3", "6", "7", "13", "合计", "18", "19", "37", "其中插班", "1"], cells.SkipWhile(cell => cell != "合计").Skip(1).Take(18));
        Assert.All(["校长", "教育主管部门", "公证人员", "家长代表（一）", "学校（盖章）"], signer => Assert.Contains(signer, cells));
    }

    [Fact]
    public void All_HostileNames_AreKeptAsTheyAreAndRunNothing()
    {
        var book = OpenedWorkbook.Of(WorkbookFile.Write(PlacementSheets.All(SomeLists.Hostile())));

        Assert.Empty(book.Faults);
        Assert.All(book.Cells, cell => Assert.Null(cell.CellFormula));
        for (var i = 0; i < SomeLists.HostileNames.Length; i++)
            Assert.Equal(SomeLists.HostileNames[i].Replace('\uD800', '\uFFFD'), book.At("班级名单", $"D{i + 2}"));
    }

    [Fact]
    public void Csv_HostileNames_StartNoFormula()
    {
        using var text = new StringWriter();
        PlacementSheets.Classes(SomeLists.Hostile()).WriteCsv(text);
        using var rows = Sylvan.Data.Csv.CsvDataReader.Create(new StringReader(text.ToString()));

        for (var i = 0; rows.Read(); i++)
        {
            var (name, shown) = (SomeLists.HostileNames[i], rows.GetString(3));
            Assert.Equal(FormulaText.IsLike(name) ? $"'{name}" : name, shown);
        }
    }

    private static string[] Row(OpenedWorkbook book, string sheet, int row) =>
        [.. book.Sheets[sheet].Where(cell => cell.CellReference!.Value!.TrimStart([.. "ABCDEFGH"]) == $"{row}").Select(OpenedWorkbook.TextOf)];
}
