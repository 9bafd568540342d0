using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>One thing wrong at a time, in a real file of each kind: every fault is found where it is, and no other with it.</summary>
public sealed class RosterFaultTests
{
    /// <summary>Edits of the good roster, and the faults they must give.</summary>
    public static readonly TheoryData<string, string> Spoilt = new()
    {
        { "A1=", "1 ColumnMissing" },
        { "F1=", "F2 NoHeading|F3 NoHeading|F4 NoHeading|F5 NoHeading|F6 NoHeading|F7 NoHeading" },
        { "C1=姓 名", "C1 ColumnUnknown|1 ColumnMissing" },
        { "F1=头像", "F1 ColumnUnknown" },
        { "F1=12", "F1 ColumnUnknown" },
        { "F1=score", "F1 ColumnUnknown" },
        { "F1=成绩:", "F1 ColumnUnknown" },
        { "F1=成绩:=语", "F1 ColumnUnknown" },
        { "F1=成绩：语文", "O1 ColumnTwice" },
        { "F1=Name", "F1 ColumnTwice" },
        { "Q3=多", "Q3 NoHeading" },
        { "GT3=多", "GS3 NoHeading" },
        { "GT1=类别:多", "GS1 TooManyColumns" },
        { "A3=", "A3 Required" },
        { "A3=T-000001", "A3 TicketTwice" },
        { "A3=T 2", "A3 ForbiddenCharacters" },
        { "A3=Ｔ２", "A3 ForbiddenCharacters" },
        { "A3=12345678901234567890123456789012345678901", "A3 TooLong" },
        { "B3=359901201309030044", "B3 RecordNumberForm" },
        { "B3=G35990120130903004", "B3 RecordNumberForm" },
        { "B3=G3.599E+17", "B3 RecordNumberForm" },
        { "B4=G359901201309040078", "B4 RecordNumberCheckDigit" },
        { "B7=", "" },
        { "C3=", "C3 Required" },
        { "C3=　", "C3 Required" },
        { "C3=林2", "C3 ForbiddenCharacters" },
        { "C3=<b>林</b>", "C3 ForbiddenCharacters" },
        { "C3=林\u202E二", "C3 ForbiddenCharacters" },
        { "C3=\u3164", "C3 ForbiddenCharacters" },
        { "D3=", "D3 Required" },
        { "D3=女性", "D3 UnknownValue" },
        { "D3=男", "D3 SexDisagreesWithNumber" },
        { "E3=", "E3 Required" },
        { "E3=2013-02-30", "E3 NotADate" },
        { "E3=41518", "E3 NotADate" },
        { "E3=2013-09-04", "E3 BirthDateDisagreesWithNumber" },
        { "E3=2013/9/3", "" },
        { "E3=20130903", "" },
        { "E3=2013年9月3日", "" },
        { "F3=\u0007铃小学", "F3 ForbiddenCharacters" },
        { "F3=第一\n小学", "F3 ForbiddenCharacters" },
        { "F3=第一\u200B小学", "F3 ForbiddenCharacters" },
        { "F3=第一\uFFFD小学", "F3 ForbiddenCharacters" },
        { "F3==1+1", "F3 Formula" },
        { "F3= =1+1", "F3 Formula" },
        { "F3=+1", "F3 Formula" },
        { "F3=-1+cmd", "F3 Formula" },
        { "F3=@SUM(A1)", "F3 Formula" },
        { "F3=＝1+1", "F3 Formula" },
        { "F3=\t小学", "F3 Formula" },
        { "F3=\r小学", "F3 Formula" },
        { "F3=-", "" },
        { "G3=maybe", "G3 UnknownValue" },
        { "H3=2", "H3 UnknownValue" },
        { "J3=", "J3 BundleIncomplete|J2 BundleOfOne" },
        { "K3=", "K3 BundleIncomplete" },
        { "K3=一起", "K3 UnknownValue" },
        { "K3=分班", "K3 BundleWishesDiffer" },
        { "J7=B9|K7=同班", "J7 BundleOfOne" },
        { "L6=", "L6 FixedClassIncomplete" },
        { "M6=", "M6 FixedClassIncomplete" },
        { "N6=", "N6 FixedClassIncomplete" },
        { "L6=3", "L6 NoSuchClass" },
        { "L6=0", "L6 NoSuchClass" },
        { "L6=一班", "L6 NotANumber" },
        { "O3=", "O3 Required" },
        { "O3=缺考", "O3 NotANumber" },
        { "O3=85.55", "O3 NotANumber" },
        { "O3=1000.1", "O3 NotANumber" },
        { "O3=１２", "O3 NotANumber" },
        { "O3=1000.0", "" },
        { "D3=?|E3=?|G3=?", "D3 UnknownValue|E3 NotADate|G3 UnknownValue" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void FromCsv_SpoiltCell_IsFoundWhereItIs(string edits, string faults) => Same(faults, Reading.OfCsv(SomeRoster.Grid(edits)));

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void FromWorkbook_SpoiltCell_IsFoundWhereItIs(string edits, string faults)
    {
        // XML has no such character: no workbook can hold it as it is.
        if (!edits.Contains('\u0007', StringComparison.Ordinal))
            Same(faults, Reading.OfBook(SomeRoster.Grid(edits)));
    }

    private static void Same(string faults, RosterReading reading)
    {
        var expected = faults.Split('|', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected, reading.Faults());
        Assert.Equal(expected.Length == 0, reading is RosterReading.Read);
    }
}
