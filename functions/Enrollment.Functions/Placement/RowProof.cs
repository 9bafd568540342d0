using Enrollment.Domain.Placement;

namespace Enrollment.Functions.Placement;

/// <summary>How the class of one row follows: by the two draws, or for a late joiner by a link of the late chain (docs/placement-record.md sections 8 and 9).</summary>
/// <param name="Class">The class, from 1.</param>
/// <param name="Team">Its teacher team, where teams are drawn.</param>
/// <param name="Drawn">Null for a late joiner.</param>
/// <param name="Late">Null for everybody else.</param>
internal sealed record RowProof(int Class, string? Team, DrawnProof? Drawn, LateProof? Late)
{
    /// <summary>Null when the row is nobody's.</summary>
    public static RowProof? Of(DrawnPlacement drawn, RowCode row)
    {
        var (result, record) = (drawn.Result, drawn.Record);
        for (var i = 0; i < result.List.Rows.Count; i++)
        {
            if (result.List.Rows[i].Row == row)
                return new RowProof(result.ClassOf(i), TeamOf(result, result.ClassOf(i)), DrawnProof.Of(result, record, i), Late: null);
        }
        for (var i = 0; i < record.Late.Count; i++)
        {
            if (record.Late[i] is var joiner && joiner.Row == row)
                return new RowProof(joiner.Class, TeamOf(result, joiner.Class), Drawn: null, LateProof.Of(record, i));
        }
        return null;
    }

    private static string? TeamOf(PlacementResult result, int number) => result.Teams?[number - 1];
}

/// <param name="Position">Of the pupil in the list, from 1.</param>
/// <param name="Pupils">How many there are.</param>
/// <param name="ListLine">As in the sealed list.</param>
/// <param name="Law">Of the first draw.</param>
/// <param name="Attempts">Of the first draw.</param>
/// <param name="Group">What the first draw made: an anonymous group.</param>
/// <param name="Numbers">What the second draw made: the class of group 1, group 2, …; the class is number <c>Group</c> of these.</param>
/// <param name="Teams">The team of class 1, class 2, …; the team is number <c>Class</c> of these.</param>
/// <param name="ResultLine">Row code, group, class, as in the result.</param>
internal sealed record DrawnProof(int Position, int Pupils, string ListLine, string Law, int Attempts, int Group, IReadOnlyList<int> Numbers,
    IReadOnlyList<string>? Teams, string ResultLine)
{
    public static DrawnProof Of(PlacementResult result, PlacementRecord record, int index)
    {
        var pupils = result.List.Rows.Count;
        // The pupils' lines are the last ones of both texts, in one order.
        return new DrawnProof(index + 1, pupils, record.List[^(pupils - index)], result.Law.ToString(), result.Attempts, result.Groups[index], result.Numbers,
            result.Teams, record.Result[^(pupils - index)]);
    }
}

/// <param name="Number">First, second, … late joiner.</param>
/// <param name="Sex">Whose classes were looked at first.</param>
/// <param name="SpecialNeeds">Counts towards the cap.</param>
/// <param name="Link">Revealed for this joiner; its hash is <c>LinkBefore</c>.</param>
/// <param name="LinkBefore">Of the joiner before, or the commitment.</param>
internal sealed record LateProof(int Number, string Sex, bool SpecialNeeds, string Link, string? LinkBefore)
{
    public static LateProof Of(PlacementRecord record, int index)
    {
        var joiner = record.Late[index];
        var before = index == 0 ? record.LateCommitment : record.Late[index - 1].Link;
        return new LateProof(index + 1, joiner.Sex.ToString(), joiner.SpecialNeeds, joiner.Link.ToString(), before?.ToString());
    }
}
