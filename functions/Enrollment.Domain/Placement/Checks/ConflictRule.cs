namespace Enrollment.Domain.Placement.Checks;

/// <summary>One rule of a conflict, with the pupils it is about. Closed.</summary>
/// <param name="Rows">Ascending; empty where the rule is about no pupil in particular.</param>
public abstract record ConflictRule(IReadOnlyList<RowCode> Rows)
{
    /// <summary>Stay together.</summary>
    /// <param name="Bundle">Its number in the list.</param>
    /// <param name="Rows">Of its pupils, those who matter here.</param>
    public sealed record Together(int Bundle, IReadOnlyList<RowCode> Rows) : ConflictRule(Rows);

    /// <summary>No two in one class.</summary>
    /// <param name="Set">Its number in the list.</param>
    /// <param name="Rows">Of its pupils, those who matter here.</param>
    public sealed record Apart(int Set, IReadOnlyList<RowCode> Rows) : ConflictRule(Rows);

    /// <summary>An approved fixed class.</summary>
    /// <param name="Class">From 1.</param>
    /// <param name="Rows">Of those fixed to it, who matter here.</param>
    public sealed record Pinned(int Class, IReadOnlyList<RowCode> Rows) : ConflictRule(Rows);

    /// <summary>Boys and girls are spread evenly over the classes.</summary>
    public sealed record Sexes() : ConflictRule([]);

    /// <summary>Special needs are spread evenly over the classes.</summary>
    public sealed record SpecialNeeds() : ConflictRule([]);

    /// <summary>Most pupils with special needs in a class.</summary>
    /// <param name="Most">How many.</param>
    /// <param name="Rows">One more than all classes may take.</param>
    public sealed record SpecialNeedsCap(int Most, IReadOnlyList<RowCode> Rows) : ConflictRule(Rows);

    /// <summary>Seats of a class, or of all.</summary>
    /// <param name="Class">From 1; null for all classes.</param>
    /// <param name="Seats">How many.</param>
    public sealed record Capacity(int? Class, int Seats) : ConflictRule([]);

    /// <summary>By how many pupils a class shrinks for each pupil with special needs.</summary>
    /// <param name="Pupils">How many.</param>
    public sealed record Relief(int Pupils) : ConflictRule([]);

    /// <summary>This team must not get these pupils' classes.</summary>
    /// <param name="Team">Its code.</param>
    /// <param name="Rows">The pupils.</param>
    public sealed record Barred(string Team, IReadOnlyList<RowCode> Rows) : ConflictRule(Rows);
}
