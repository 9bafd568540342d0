using System.Text;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>What is wrong with a sheet or a file as a whole.</summary>
public sealed class SheetFaultTests
{
    private static readonly string[][] Classes = [["班号", "容量"], ["1", "30"], ["2", "30"]];
    private static readonly string[][] Teams = [["团队编号", "班主任", "回避学生报名号"], ["T1", "甲老师", ""], ["T2", "乙老师", "T-000003"]];

    [Theory]
    [InlineData("A1=班级", "Classes A1 ColumnUnknown|Classes 1 ColumnMissing")]
    [InlineData("B1=班号", "Classes B1 ColumnTwice|Classes 1 ColumnMissing")]
    [InlineData("C2=50", "Classes C2 NoHeading")]
    [InlineData("A2=", "Classes A2 Required")]
    [InlineData("B2=", "Classes B2 Required")]
    [InlineData("B2=0", "Classes B2 NotANumber")]
    [InlineData("B2=201", "Classes B2 NotANumber")]
    [InlineData("B2==2", "Classes B2 Formula")]
    [InlineData("A3=1", "Classes A3 ClassNumbers")]
    [InlineData("A3=3", "Classes A3 ClassNumbers")]
    [InlineData("A2=|B2=|A3=|B3=", "Classes Empty")]
    [InlineData("B2=2|B3=3", "OverCapacity")]
    [InlineData("A3=|B3=|B2=6", "Teams TeamCount")]
    public void FromWorkbook_SpoiltClasses_IsFound(string edits, string faults) => Same(faults, Book(SomeRoster.Grid(), SomeRoster.Edited([.. Classes], edits), Teams));

    [Theory]
    [InlineData("A1=队", "Teams A1 ColumnUnknown|Teams 1 ColumnMissing")]
    [InlineData("C1=语文教师", "Teams C1 ColumnUnknown")]
    [InlineData("A3=T1", "Teams A3 TeamTwice")]
    [InlineData("A3=一队", "Teams A3 ForbiddenCharacters")]
    [InlineData("B3=", "Teams B3 Required")]
    [InlineData("B3=+86", "Teams B3 Formula")]
    [InlineData("C3=T-000009", "Teams C3 NoSuchPupil")]
    [InlineData("A4=T3|B4=丙老师", "Teams TeamCount")]
    [InlineData("A2=|B2=|A3=|B3=|C3=", "Teams TeamCount")]
    public void FromCsv_SpoiltTeams_IsFound(string edits, string faults)
    {
        using var teams = SomeRoster.Csv(SomeRoster.Edited([.. Teams], edits));

        Same(faults, ReadRoster.FromCsv(SomeRoster.Csv(SomeRoster.Grid()), Reading.TwoClasses, teams));
    }

    [Fact]
    public void FromWorkbook_OwnChildInARowWithFaults_IsOnTheRoster() => Same("D4 UnknownValue", Book(SomeRoster.Grid("D4=?"), Classes, Teams));

    [Fact]
    public void FromWorkbook_FaultsOnEverySheet_AreAllFound() =>
        Same("D4 UnknownValue|Classes B2 Required|Teams A3 TeamTwice", Book(SomeRoster.Grid("D4=?"), SomeRoster.Edited([.. Classes], "B2="), SomeRoster.Edited([.. Teams], "A3=T1")));

    [Fact]
    public void FromWorkbook_WithoutPupils_SaysWhichSheetIsMissing()
    {
        var fault = Assert.Single(((RosterReading.Faulty)ReadRoster.FromWorkbook(new SomeBook().With("Sheet1", SomeRoster.Grid()).Save(), [30])).Faults);

        Assert.Equal((RosterFaultCode.SheetMissing, "学生"), (fault.Code, fault.Detail));
    }

    [Fact]
    public void FromWorkbook_WithoutClasses_NeedsCapacitiesFromElsewhere()
    {
        using var book = new SomeBook().With("学生", SomeRoster.Grid()).Save();

        Assert.Equal(["SheetMissing"], ReadRoster.FromWorkbook(book).Faults());
        Assert.Equal([15, 10], ReadRoster.FromWorkbook(book, [15, 10]).Roster().Capacities);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void FromCsv_WithoutPupils_IsEmpty(int rows) => Same("Empty", Reading.OfCsv(SomeRoster.Grid()[..rows]));

    [Fact]
    public void FromCsv_NeitherUtf8NorGb18030_IsNotText() => Same("NotText", ReadRoster.FromCsv(new MemoryStream([0x81, 0xFF, 0xFF, 0x2C]), Reading.TwoClasses));

    [Fact]
    public void FromCsv_Utf16_IsNotText() => Same("NotText", ReadRoster.FromCsv(SomeRoster.Csv(SomeRoster.Grid(), Encoding.Unicode), Reading.TwoClasses));

    [Fact]
    public void FromCsv_QuoteNeverClosed_IsNotText()
    {
        var csv = Encoding.UTF8.GetString(SomeRoster.Csv(SomeRoster.Grid()).ToArray()).Replace("林二", "\"林二", StringComparison.Ordinal);

        Assert.Contains(ReadRoster.FromCsv(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Reading.TwoClasses).Faults(), fault => fault.EndsWith("NotText", StringComparison.Ordinal));
    }

    [Fact]
    public void FromCsv_RowLongerThanAnyRoster_IsNotText() => Same("3 NotText", Reading.OfCsv(SomeRoster.Grid("F3=" + new string('小', 100_000))));

    [Fact]
    public void FromCsv_ThousandsOfFaults_KeepsAThousandAndCountsTheRest()
    {
        var reading = Assert.IsType<RosterReading.Faulty>(Reading.OfCsv([SomeRoster.Header, .. Enumerable.Range(1, 2000).Select(_ => SomeRoster.Pupil(1, "林一", Sex.Male, "", ""))]));

        // Both numbers twice in all rows but the first, and too few seats.
        Assert.Equal((1000, 2 * 1999 + 1), (reading.Faults.Count, reading.Total));
    }

    [Fact]
    public void FromCsv_MoreRowsThanARosterCanHave_StopsAtTheFirst()
    {
        using var csv = new MemoryStream();
        using (var text = new StreamWriter(csv, leaveOpen: true))
        {
            text.WriteLine("报名号,姓名,性别,出生日期");
            for (var i = 0; i <= PupilSheet.MostRows; i++)
                text.WriteLine(SomeRoster.Invariant($"T{i},林一,男,2013-09-01"));
        }

        Assert.Equal(["200002 TooManyRows"], ReadRoster.FromCsv(csv, Reading.TwoClasses).Faults());
    }

    [Fact]
    public void FromWorkbook_SheetFormattedToItsEnd_IsReadAllTheSame()
    {
        var blank = string.Concat(Enumerable.Repeat("<row><c s=\"1\"/></row>", 300_000));
        var book = new SomeBook().WithXml("学生", string.Concat(SomeRoster.Grid().Select(SomeBook.Row)) + blank);

        Assert.Equal(6, ReadRoster.FromWorkbook(book.Save(), [30]).Roster().Pupils.Count);
    }

    private static RosterReading Book(IEnumerable<string[]> pupils, IEnumerable<string[]> classes, IEnumerable<string[]> teams) =>
        ReadRoster.FromWorkbook(new SomeBook().With("学生", pupils).With("班级", classes).With("教师团队", teams).Save());

    private static void Same(string faults, RosterReading reading) => Assert.Equal(faults.Split('|'), reading.Faults());
}
