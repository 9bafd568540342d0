using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>A list ready to be sealed, and whose row is whose.</summary>
/// <param name="List">What will be published.</param>
/// <param name="Attributes">What only auditors see; null when nothing is searched.</param>
/// <param name="Pupils">The roster's pupils in the list's order.</param>
/// <param name="Warnings">What whoever prepares it should know.</param>
public sealed record PreparedPlacement(PlacementList List, AttributeTable? Attributes, IReadOnlyList<RosterPupil> Pupils, IReadOnlyList<PlacementWarning> Warnings);

/// <summary>Which placement a list is for.</summary>
public sealed record PlacementName(string School, int Year, string Run);

/// <summary>Secrets of a list: they keep row codes and the table's digest from telling whose they are.</summary>
/// <param name="RosterKey">Makes row codes from tickets.</param>
/// <param name="Salt">Of the attribute table.</param>
public sealed record RosterSecrets(Digest RosterKey, Digest Salt)
{
    /// <summary>Never the secrets.</summary>
    public override string ToString() => "RosterSecrets { *** }";
}
