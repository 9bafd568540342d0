using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement;

/// <summary>A pupil as the draw sees them: what the rules need, and nothing that tells who it is.</summary>
/// <param name="Row">Stands for the pupil in public.</param>
/// <param name="Sex">Each sex is spread over the classes.</param>
/// <param name="SpecialNeeds">Counts towards the cap of a class (DOMAIN.md 3.3 B4).</param>
/// <param name="Bundle">Pupils of one bundle stay together: multiples, on their family's written wish (B3).</param>
/// <param name="ApartSets">No two pupils of one set share a class: multiples who wish so, same and same-sounding names (B3, B5). Ascending.</param>
/// <param name="Pin">The number of an approved fixed class (B6).</param>
public sealed record PlacementRow(RowCode Row, Sex Sex, bool SpecialNeeds, int? Bundle, IReadOnlyList<int> ApartSets, int? Pin);
