using CsCheck;
using Enrollment.Files.Exports;

namespace Enrollment.Files.Tests.Exports;

public sealed class PostingLayoutTests
{
    [Fact]
    public void Columns_AnyClasses_HoldEveryPupilOnceInOrder_UnderAHeadingOfTheirClass() =>
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 9], Gen.Int[4, 20]).Sample((pupils, classes, lines) =>
        {
            var rows = SomeLists.Of(pupils, Math.Min(pupils, classes)).Rows;

            var columns = PostingLayout.Columns(rows, lines);

            Assert.All(columns, column => Assert.InRange(column.Count, 1, lines));
            Assert.All(columns, column => Assert.True(column[0].IsHeading));
            Assert.All(columns, column => Assert.False(column[^1].IsHeading));
            Assert.Equal(rows.Select(PostingLine.Of), columns.SelectMany(column => column).Where(line => !line.IsHeading && line != PostingLine.Empty));
        }, iter: 300);

    [Fact]
    public void Columns_ClassThatGoesOn_SaysSo()
    {
        var columns = PostingLayout.Columns(SomeLists.Of(pupils: 10, classes: 1, withTeams: false).Rows, lines: 6);

        Assert.Equal(["1班", "1班（续）", "1班（续）"], columns.Select(column => column[0].Left));
        Assert.All(columns, column => Assert.Equal("11人", column[0].Right));
    }
}
