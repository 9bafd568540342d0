namespace Enrollment.Files.Exports;

/// <summary>Fills columns with classes one after the other; a class that goes on in the next column has its heading there again.</summary>
internal static class PostingLayout
{
    // A heading at the foot of a column with nothing under it would be read as an empty class.
    private const int LeastUnderHeading = 2;

    public static IReadOnlyList<IReadOnlyList<PostingLine>> Columns(IReadOnlyList<ListedRow> rows, int lines)
    {
        List<List<PostingLine>> columns = [[]];
        foreach (var group in rows.GroupBy(row => row.Class))
            Add(columns, [.. group], lines);
        return columns;
    }

    private static void Add(List<List<PostingLine>> columns, ListedRow[] pupils, int lines)
    {
        if (columns[^1].Count + 2 + LeastUnderHeading > lines)
            columns.Add([]);
        if (columns[^1].Count > 0)
            columns[^1].Add(PostingLine.Empty);
        columns[^1].Add(PostingLine.HeadingOf(pupils[0], pupils.Length, isContinued: false));
        foreach (var pupil in pupils)
        {
            if (columns[^1].Count == lines)
                columns.Add([PostingLine.HeadingOf(pupil, pupils.Length, isContinued: true)]);
            columns[^1].Add(PostingLine.Of(pupil));
        }
    }
}
