using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement;

/// <summary>Everything a placement depends on but the seed; sealed and published before the draw (docs/placement-record.md section 1).</summary>
/// <param name="School">The school's code.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Run">The placement's own number.</param>
/// <param name="Mode">By lot alone, or improved.</param>
/// <param name="Capacities">Of class 1, class 2, …</param>
/// <param name="SpecialNeedsCap">Most pupils with special needs in a class; null for no cap.</param>
/// <param name="Relief">By how many pupils a class shrinks for each pupil with special needs in it.</param>
/// <param name="Search">How much work the search does; null when nothing is searched.</param>
/// <param name="Teams">Codes of the teacher teams, one a class; null when none are drawn.</param>
/// <param name="Barred">Teams that must not get the class of a pupil: a teacher's own child.</param>
/// <param name="Attributes">Digest of the table the search balances; null when nothing is searched.</param>
/// <param name="Rows">The pupils, in ascending order of row code.</param>
public sealed record PlacementList(string School, int Year, string Run, PlacementMode Mode, IReadOnlyList<int> Capacities, int? SpecialNeedsCap,
    int Relief, SearchBudget? Search, IReadOnlyList<string>? Teams, IReadOnlyList<BarredTeam> Barred, Digest? Attributes, IReadOnlyList<PlacementRow> Rows)
{
    /// <summary>How many classes.</summary>
    public int Classes => Capacities.Count;

    /// <summary>The canonical form, line by line.</summary>
    public IReadOnlyList<string> ToLines() => PlacementListText.Write(this);

    /// <summary>The canonical form as bytes, every line ended by a line feed: what the digests are of.</summary>
    public byte[] CanonicalBytes() => CanonicalText.Bytes(ToLines());

    /// <summary>Reads the canonical form and nothing else.</summary>
    public static PlacementListReading Parse(IReadOnlyList<string> lines) => PlacementListText.Read(lines);
}

/// <summary>How the groups are made.</summary>
public enum PlacementMode
{
    /// <summary>By lot; what is to be spread besides sex and special needs is spread by the search.</summary>
    Lot,
    /// <summary>By lot, then improved until scores and other attributes are balanced (DOMAIN.md 3.4; some provinces forbid it).</summary>
    Optimised,
}

/// <summary>Work of the search, counted and never timed, so that a slow machine gives the same result.</summary>
/// <param name="Starts">How often it starts over.</param>
/// <param name="Epochs">How often every group meets another.</param>
/// <param name="Kicks">How often a pair of groups is disturbed and mended again.</param>
public sealed record SearchBudget(int Starts, int Epochs, int Kicks);

/// <summary>This team must not get the class of this pupil.</summary>
public sealed record BarredTeam(string Team, RowCode Row);

/// <summary>What reading a canonical list gives. Closed.</summary>
public abstract record PlacementListReading
{
    private PlacementListReading()
    {
    }

    /// <summary>The list.</summary>
    public sealed record Read(PlacementList List) : PlacementListReading;

    /// <summary>Not the canonical form: the first line (from 1) that is not as it must be.</summary>
    public sealed record Malformed(int Line) : PlacementListReading;
}
