using Enrollment.Domain.Draws;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Placement;

/// <summary>What a seed makes of a list (docs/placement-record.md section 8).</summary>
/// <param name="List">The list.</param>
/// <param name="Law">Which distribution the lot came from.</param>
/// <param name="Attempts">How many attempts or sequences were made, the successful one included.</param>
/// <param name="Groups">The group (from 1) of each pupil, in list order.</param>
/// <param name="Numbers">The class (from 1) of group 1, group 2, …</param>
/// <param name="Teams">The team of class 1, class 2, …; null when none are drawn.</param>
public sealed record PlacementResult(PlacementList List, LotLaw Law, int Attempts, IReadOnlyList<int> Groups, IReadOnlyList<int> Numbers, IReadOnlyList<string>? Teams)
{
    private const string Format = "enrollment-result/1";

    /// <summary>Digest of the canonical form.</summary>
    public Digest Digest => Digest.Of(CanonicalText.Bytes(ToLines()));

    internal string NumbersLine => $"numbers {string.Join(' ', Numbers.Select(Of))}";

    internal string TeamsLine => $"teams {(Teams is null ? "-" : string.Join(' ', Teams))}";

    /// <summary>The class (from 1) of the pupil at this index of the list.</summary>
    public int ClassOf(int index) => Numbers[Groups[index] - 1];

    /// <summary>Reads a canonical result of this list; null when the lines are not one.</summary>
    public static PlacementResult? Parse(PlacementList list, IReadOnlyList<string> lines) => PlacementResultText.Read(list, lines);

    /// <summary>The canonical form, line by line.</summary>
    public IReadOnlyList<string> ToLines() =>
    [
        Format,
        $"law {(Law is LotLaw.Uniform ? "uniform" : "sequential")}",
        $"attempts {Of(Attempts)}",
        NumbersLine,
        TeamsLine,
        .. List.Rows.Select((row, i) => $"{row.Row} {Of(Groups[i])} {Of(ClassOf(i))}"),
    ];
}

/// <summary>The distribution a lot comes from.</summary>
public enum LotLaw
{
    /// <summary>Every placement that obeys the rules is equally likely.</summary>
    Uniform,
    /// <summary>Each bound block in turn takes a group with a chance by the seats free there: for lists so tight that no uniform attempt succeeds.</summary>
    Sequential,
}
