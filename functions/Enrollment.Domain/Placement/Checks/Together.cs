namespace Enrollment.Domain.Placement.Checks;

/// <summary>Pupils whom the rules looked at put into one group, and what they need there.</summary>
/// <param name="Rows">Indexes in the list, ascending.</param>
/// <param name="Demand">What they need.</param>
/// <param name="Sets">Dense indexes of their apart sets; 0 is that of all pinned.</param>
/// <param name="IsContradictory">Two of one apart set, or pins to two classes.</param>
internal sealed record Together(int[] Rows, Demand Demand, int[] Sets, bool IsContradictory)
{
    public bool IsPinned => Sets is [0, ..];

    /// <summary>Under no rule but those about everybody.</summary>
    public bool IsFree => Rows.Length == 1 && Sets.Length == 0;
}
