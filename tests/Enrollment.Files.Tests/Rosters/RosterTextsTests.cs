using System.Collections;
using System.Globalization;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

public sealed class RosterTextsTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    [Fact]
    public void Texts_EveryOne_StandsInBothLanguages() => Assert.Equal(Keys(CultureInfo.InvariantCulture), Keys(Chinese));

    [Fact]
    public void Texts_EveryFaultAndSheet_HasOne() =>
        Assert.Empty(Enum.GetNames<RosterFaultCode>().Concat(Enum.GetNames<RosterSheet>().Select(sheet => $"Sheet_{sheet}")).Except(Keys(Chinese), StringComparer.Ordinal));

    [Theory]
    [InlineData(5, "D", "pupils, row 5, column D: the sex is not the one of digit 17 of the identity number", "学生表第5行D列：性别与身份号码第17位不符")]
    [InlineData(5, "", "pupils, row 5: the sex is not the one of digit 17 of the identity number", "学生表第5行：性别与身份号码第17位不符")]
    [InlineData(0, "", "pupils: the sex is not the one of digit 17 of the identity number", "学生表：性别与身份号码第17位不符")]
    public void Of_Fault_SaysWhereAndWhat(int row, string column, string english, string chinese)
    {
        var fault = new RosterFault(RosterSheet.Pupils, row, column, RosterFaultCode.SexDisagreesWithNumber);

        Assert.Equal((english, chinese), (RosterTexts.Of(fault, CultureInfo.InvariantCulture), RosterTexts.Of(fault, Chinese)));
    }

    [Theory]
    [InlineData(RosterFaultCode.ColumnMissing)]
    [InlineData(RosterFaultCode.SheetMissing)]
    [InlineData(RosterFaultCode.TicketTwice)]
    [InlineData(RosterFaultCode.RecordNumberTwice)]
    [InlineData(RosterFaultCode.OverCapacity)]
    [InlineData(RosterFaultCode.TeamCount)]
    public void Of_FaultWithADetail_SaysIt(RosterFaultCode code)
    {
        var fault = new RosterFault(RosterSheet.Pupils, 0, "", code, "{0}!");

        Assert.Contains("{0}!", RosterTexts.Of(fault, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("{0}!", RosterTexts.Of(fault, Chinese), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(CultureInfo language) =>
        RosterTexts.Resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal);
}
