using System.Collections;
using System.Globalization;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Checks;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

public sealed class ConflictTextsTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    [Fact]
    public void Texts_EveryOne_StandsInBothLanguages() => Assert.Equal(Keys(CultureInfo.InvariantCulture), Keys(Chinese));

    [Fact]
    public void Texts_EveryConflictAndRule_HasOne() =>
        Assert.Empty(Enum.GetNames<ConflictCode>().Concat(typeof(ConflictRule).GetNestedTypes().Select(rule => $"Rule_{rule.Name}")).Except(Keys(Chinese), StringComparer.Ordinal));

    [Theory]
    [InlineData("en", "no class can take the 4 who must stay together (2 boys, 2 girls, 1 with special needs) (together: T00, T01, T02, T03)")]
    [InlineData("zh-Hans", "须同班的4人（男2、女2，特殊需要1）没有一个班容得下（须同班：T00、T01、T02、T03）")]
    public void Of_Bundle_NamesItsPupilsByTicket(string language, string expected)
    {
        var prepared = Prepared(6);
        var conflict = new PlacementConflict.BundleTooLarge([new ConflictRule.Together(7, RowsOf(prepared, 4))], new Demand(4, 2, 2, 1));

        Assert.Equal(expected, ConflictTexts.Of(conflict, prepared, CultureInfo.GetCultureInfo(language)));
    }

    [Fact]
    public void Of_SetOfHundreds_NamesTheFirstAndCountsAll()
    {
        var prepared = Prepared(300);
        var conflict = new PlacementConflict.ApartSetTooLarge([new ConflictRule.Apart(1, RowsOf(prepared, 300))], 300, 2);

        var text = ConflictTexts.Of(conflict, prepared, Chinese);

        Assert.Equal("须两两分班的300人多于2个班", text.Split('（')[0]);
        Assert.EndsWith("等300人）", text, StringComparison.Ordinal);
        Assert.Equal(20, text.Split('T').Length - 1);
    }

    [Fact]
    public void Of_ChainOfRules_SaysEach()
    {
        var prepared = Prepared(4);
        var rows = RowsOf(prepared, 4);
        var conflict = new PlacementConflict.Unsatisfiable(
            [new ConflictRule.Pinned(2, [rows[0]]), new ConflictRule.SpecialNeedsCap(1, [rows[1]]), new ConflictRule.Capacity(3, 40), new ConflictRule.Barred("甲组", [rows[2]]), new ConflictRule.Sexes()],
            IsSmallest: true);

        Assert.Equal("以下规则不能同时满足，去掉任意一条其余可以满足（固定到2班：T00；每班特殊需要学生至多1人：T01；3班有40个座位；教师团队甲组须回避：T02；男女生均匀分到各班）",
            ConflictTexts.Of(conflict, prepared, Chinese));
    }

    [Fact]
    public void Of_ConflictWithoutRules_IsOneSentence() =>
        Assert.Equal("满足规则的分班方案极少，抽签时可能抽不出，请放宽规则", ConflictTexts.Of(new PlacementConflict.LotUnlikely(), Prepared(1), Chinese));

    private static RowCode[] RowsOf(PreparedPlacement prepared, int count) =>
        [.. Enumerable.Range(0, count).Select(t => prepared.List.Rows[prepared.Pupils.ToList().FindIndex(pupil => pupil.TicketId == $"T{t:00}")].Row)];

    private static PreparedPlacement Prepared(int pupils)
    {
        string[][] grid = [SomeRoster.Header, .. Enumerable.Range(0, pupils).Select(t => (string[])[$"T{t:00}", .. SomeRoster.Pupil(t, "林一", Sex.Male, "", "")[1..]])];
        var roster = ReadRoster.FromCsv(SomeRoster.Csv(grid), [pupils, pupils]).Roster();
        return PreparePlacement.From(roster, new PlacementOptions { NamesApart = false }, new PlacementName("LC-M01", 2026, "test"), new RosterSecrets(default, default), NameSound.Of);
    }

    private static IEnumerable<string> Keys(CultureInfo language) =>
        ConflictTexts.Resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal);
}
