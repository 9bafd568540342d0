using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Balancing;

public sealed class AttributeTableTests
{
    private static readonly string[] Lines =
    [
        "enrollment-attributes/1",
        $"salt {new string('5', 64)}",
        "number 数学 1000 500 12 100",
        "number age 0 0 0 0",
        "category school 1000",
        "rows 2",
        "0000000000000000 855 140 3",
        "0000000000000001 0 9999999 0",
    ];

    public static TheoryData<int, string> Spoilt => new()
    {
        { 0, "enrollment-attributes/2" },
        { 1, "salt 5" },
        { 1, $"salt {new string('5', 63)}A" },
        { 2, "number 数学 1000 500 12" },
        { 2, "number 数学 1000 500 11 100" },
        { 2, "number 数学 1000001 500 12 100" },
        { 2, "number 数学 -1 500 12 100" },
        { 2, "number 数学 01 500 12 100" },
        { 2, "number  1000 500 12 100" },
        { 2, $"number {new string('x', 41)} 1000 500 12 100" },
        { 2, "text 数学 1000" },
        { 3, "number 数学 0 0 0 0" },
        { 4, "category school" },
        { 5, "rows 3" },
        { 5, "rows 1" },
        { 5, "rows 02" },
        { 6, "0000000000000000 855 140" },
        { 6, "0000000000000000 855 140 3 1" },
        { 6, "0000000000000000 855 140 3 " },
        { 6, "000000000000000g 855 140 3" },
        { 6, "0000000000000000 85.5 140 3" },
        { 7, "0000000000000001 0 10000000 0" },
    };

    [Fact]
    public void Parse_CanonicalLines_GivesTheTableThatWritesThem()
    {
        var table = AttributeTable.Parse(Lines)!;

        Assert.Equal(Lines, table.ToLines());
        Assert.Equal([new AttributeColumn.Number("数学", 1000, 500, Bands: true, 100), new AttributeColumn.Number("age", 0, 0, Bands: false, 0),
            new AttributeColumn.Category("school", 1000)], table.Attributes);
        Assert.Equal([855, 140, 3], table.Values[0]);
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void Parse_ALineThatIsNotCanonical_IsNoTable(int line, string text) => Assert.Null(AttributeTable.Parse([.. Lines[..line], text, .. Lines[(line + 1)..]]));

    [Fact]
    public void Parse_CutShort_IsNoTable() => Assert.All(Enumerable.Range(0, Lines.Length), length => Assert.Null(AttributeTable.Parse(Lines[..length])));

    [Fact]
    public void Parse_NoAttribute_IsNoTable() => Assert.Null(AttributeTable.Parse([Lines[0], Lines[1], "rows 0"]));

    [Fact]
    public void BelongsTo_AListOfItsPupilsThatNamesIt_IsTrue()
    {
        var list = Lists.Of([3], "M", "F");
        var table = Tables.Ordinary(list, seed: 1);
        var named = list.Naming(table, new SearchBudget(1, 1, 1));

        Assert.True(table.BelongsTo(named));
        Assert.False(table.BelongsTo(list));
        Assert.False(table.BelongsTo(named with { Rows = [named.Rows[0]] }));
        Assert.False((table with { Salt = default }).BelongsTo(named));
    }
}
