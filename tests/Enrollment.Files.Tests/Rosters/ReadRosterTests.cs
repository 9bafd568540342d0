using System.Text;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

public sealed class ReadRosterTests
{
    private const string TextNumbers = "<numFmts><numFmt numFmtId=\"180\" formatCode=\"[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"181\" formatCode=\"0&quot;yuan&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"180\"/><xf numFmtId=\"181\"/></cellXfs>";

    [Fact]
    public void FromCsv_GoodRoster_GivesEveryColumn() => SaysAll(Reading.OfCsv(SomeRoster.Grid()).Roster());

    [Fact]
    public void FromWorkbook_GoodRoster_GivesEveryColumn() => SaysAll(Reading.OfBook(SomeRoster.Grid()).Roster());

    [Fact]
    public void FromCsv_EnglishHeadings_GivesTheSame() => SaysAll(Reading.OfCsv([SomeRoster.EnglishHeader, .. SomeRoster.Grid()[1..]]).Roster());

    [Fact]
    public void FromCsv_ColumnsInAnotherOrder_GivesTheSame() => SaysAll(Reading.OfCsv(SomeRoster.Grid().Select(row => row.Reverse().ToArray())).Roster());

    [Fact]
    public void FromCsv_TrailingCommasAndBlankRows_GivesTheSame() =>
        SaysAll(Reading.OfCsv([[""], .. SomeRoster.Grid().SelectMany(row => (string[][])[[.. row, .. Enumerable.Repeat("", 300)], ["", " "]])]).Roster());

    [Fact]
    public void FromCsv_Utf8WithMark_GivesTheSame() => SaysAll(From(Encoding.UTF8));

    [Fact]
    public void FromCsv_Gb18030_GivesTheSame() => SaysAll(From(Gb18030));

    [Fact]
    public void FromCsv_BlankLineAndLongTextBefore_CountsRowsAsASpreadsheetDoes()
    {
        var text = Encoding.UTF8.GetString(SomeRoster.Csv(SomeRoster.Grid("D5=?")).ToArray());
        var lines = text.Split("\r\n");
        var csv = string.Join("\r\n", [lines[0], "", .. lines[1..]]);

        Assert.Equal(["D6 UnknownValue"], ReadRoster.FromCsv(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Reading.TwoClasses).Faults());
    }

    [Theory]
    [InlineData("<c s=\"1\"><v>41519</v></c>", "")]
    [InlineData("<c s=\"2\"><v>41519</v></c>", "")]
    [InlineData("<c s=\"1\"><v>40057</v></c>", "date1904=\"1\"")]
    [InlineData("<c t=\"d\"><v>2013-09-02T00:00:00</v></c>", "")]
    public void FromWorkbook_DateAsANumber_IsTheDateShown(string cell, string properties)
    {
        var grid = SomeRoster.Grid("E2=" + cell);
        var book = new SomeBook { Styles = TextNumbers, Properties = properties }.With("学生", grid).With("班级", [["班号", "容量"], ["1", "30"]]);

        Assert.Equal(new DateOnly(2013, 9, 2), ReadRoster.FromWorkbook(book.Save()).Roster().Pupils[0].BirthDate);
    }

    [Theory]
    [InlineData("<c><v>85.099999999999994</v></c>", 851)]
    [InlineData("<c s=\"3\"><v>90</v></c>", 900)]
    [InlineData("<c t=\"str\"><v>77.5</v></c>", 775)]
    public void FromWorkbook_ScoreAsANumber_IsTheScoreShown(string cell, int tenths) =>
        Assert.Equal([tenths], ReadRoster.FromWorkbook(new SomeBook { Styles = TextNumbers }.With("学生", SomeRoster.Grid("O2=" + cell)).Save(), [30]).Roster().Pupils[0].Scores);

    [Theory]
    [InlineData("<c t=\"s\"><v>0</v></c>", "林大一")]
    [InlineData("<c t=\"s\"><v>1</v></c>", "林一")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>林</t></r><r><t>一一</t></r><rPh sb=\"0\" eb=\"1\"><t>lín</t></rPh></is></c>", "林一一")]
    public void FromWorkbook_RichAndAnnotatedName_IsTheNameAlone(string cell, string name)
    {
        var book = new SomeBook { SharedStrings = "<si><r><t>林</t></r><r><rPr><b/></rPr><t>大一</t></r></si><si><t>林一</t><rPh sb=\"0\" eb=\"2\"><t>línyī</t></rPh><phoneticPr fontId=\"1\"/></si>" };

        Assert.Equal(name, ReadRoster.FromWorkbook(book.With("学生", SomeRoster.Grid("C2=" + cell)).Save(), [30]).Roster().Pupils[0].Name.Value);
    }

    [Theory]
    [InlineData("<c t=\"str\"><f>CONCATENATE(\"第一\",\"小学\")</f><v>第一小学</v></c>", "F2 Formula")]
    [InlineData("<c><f>1+1</f></c>", "F2 Formula")]
    [InlineData("<c t=\"e\"><v>#N/A</v></c>", "F2 Formula")]
    [InlineData("<c><v>3.5990120130902E+17</v></c>", "F2 DigitsLost")]
    [InlineData("<c><v>359901201309020000</v></c>", "F2 DigitsLost")]
    public void FromWorkbook_CellThatIsNotWhatItShows_IsAFault(string cell, string fault) => Assert.Equal([fault], Reading.OfBook(SomeRoster.Grid("F2=" + cell)).Faults());

    [Fact]
    public void FromWorkbook_FormulaInARow_DoesNotHideWhatElseIsWrongOrSpoilItsTwin() =>
        Assert.Equal(["F3 Formula", "D3 UnknownValue", "O3 NotANumber"], Reading.OfBook(SomeRoster.Grid("F3=<c><f>A1</f></c>|D3=?|O3=x")).Faults().OrderBy(fault => "FDO".IndexOf(fault[0], StringComparison.Ordinal)));

    [Fact]
    public void FromWorkbook_EnglishSheetsAndTeams_GivesThem()
    {
        var book = new SomeBook().With("Pupils", SomeRoster.Grid()).With("classes", [["capacity", "number"], ["28", "2"], ["31", "1"]])
            .With("teams", [["leader", "code"], ["甲老师", "t1"], ["乙老师", "t2"]]);

        var roster = ReadRoster.FromWorkbook(book.Save()).Roster();

        Assert.Equal([31, 28], roster.Capacities);
        Assert.Equal([new RosterTeam("t1", "甲老师", OwnChild: null), new RosterTeam("t2", "乙老师", OwnChild: null)], roster.Teams);
    }

    [Fact]
    public void FromCsv_TeamsFile_BarsATeamFromItsOwnChild()
    {
        string[][] teams = [["团队编号", "班主任", "回避学生报名号"], ["T1", "甲老师", "T-000003"], ["T2", "乙老师", ""]];

        var roster = ReadRoster.FromCsv(SomeRoster.Csv(SomeRoster.Grid()), Reading.TwoClasses, SomeRoster.Csv(teams)).Roster();

        Assert.Equal([new RosterTeam("T1", "甲老师", "T-000003"), new RosterTeam("T2", "乙老师", OwnChild: null)], roster.Teams);
    }

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static Roster From(Encoding encoding) => ReadRoster.FromCsv(SomeRoster.Csv(SomeRoster.Grid(), encoding), Reading.TwoClasses).Roster();

    private static void SaysAll(Roster roster)
    {
        Assert.Equal([30, 30], roster.Capacities);
        Assert.Equal(["语文"], roster.ScoreNames);
        Assert.Equal(["特长"], roster.CategoryNames);
        Assert.Equal(["T-000001", "T-000002", "T-000003", "T-000004", "T-000005", "T-000006"], roster.Pupils.Select(pupil => pupil.TicketId));
        Assert.Equal([SomeRoster.RecordNo(1, Sex.Male), SomeRoster.RecordNo(2, Sex.Female)], roster.Pupils.Take(2).Select(pupil => pupil.StudentRecordNo));
        Assert.Equal(["林一", "林二", "陈三", "陈四", "阿依努尔·买买提", "黄六"], roster.Pupils.Select(pupil => pupil.Name.Value));
        Assert.Equal([Sex.Male, Sex.Female, Sex.Male, Sex.Female, Sex.Female, Sex.Male], roster.Pupils.Select(pupil => pupil.Sex));
        Assert.Equal(Enumerable.Range(1, 6).Select(SomeRoster.Born), roster.Pupils.Select(pupil => pupil.BirthDate));
        Assert.All(roster.Pupils, pupil => Assert.Equal(("第一实验小学", true, false), (pupil.PrimarySchool, pupil.Boarding, pupil.Migrant)));
        Assert.Equal([null, null, null, null, null, "A1"], roster.Pupils.Select(pupil => pupil.SpecialNeed));
        Assert.Equal([new("B1", BundleWish.Together), new("B1", BundleWish.Together), new("B2", BundleWish.Apart), new("B2", BundleWish.Apart), null, null], roster.Pupils.Select(pupil => pupil.Bundle));
        Assert.Equal([null, null, null, null, new FixedClass(1, "R2", "教基〔2026〕7号"), null], roster.Pupils.Select(pupil => pupil.Fixed));
        Assert.Equal([700, 700, 700, 700, 855, 700], roster.Pupils.SelectMany(pupil => pupil.Scores));
        Assert.Equal(["", "", "", "", "美术", ""], roster.Pupils.SelectMany(pupil => pupil.Categories));
    }
}
