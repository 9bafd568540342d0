using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>What a search balances, pupil by pupil (docs/placement-record.md section 7). Scores stand in it: it is for auditors, not for the public.</summary>
/// <param name="Salt">Keeps the published digest from telling anybody who guesses a table that the guess is right.</param>
/// <param name="Attributes">The columns.</param>
/// <param name="Rows">The pupils, in the list's order.</param>
/// <param name="Values">For each pupil, a value for each column.</param>
public sealed record AttributeTable(Digest Salt, IReadOnlyList<AttributeColumn> Attributes, IReadOnlyList<RowCode> Rows, IReadOnlyList<int[]> Values)
{
    /// <summary>Digest of the canonical form: what the list names.</summary>
    public Digest Digest => Digest.Of(CanonicalText.Bytes(ToLines()));

    /// <summary>The canonical form, line by line.</summary>
    public IReadOnlyList<string> ToLines() => AttributeTableText.Write(this);

    /// <summary>Reads the canonical form and nothing else; null when the lines are not.</summary>
    public static AttributeTable? Parse(IReadOnlyList<string> lines) => AttributeTableText.Read(lines);

    /// <summary>Is this the table of that list: the digest it names, and the same pupils in the same order?</summary>
    public bool BelongsTo(PlacementList list) => list.Attributes == Digest && list.Rows.Select(row => row.Row).SequenceEqual(Rows);
}
