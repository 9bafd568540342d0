using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>What of a grouping is compared with other groupings of the same list, all exact.</summary>
/// <param name="Counts">Range of each count line, in the report's order.</param>
/// <param name="Means">Range of each number's means.</param>
/// <param name="Deviations">Range of each number's deviations, in thousandths.</param>
/// <param name="Objective">J.</param>
internal sealed record LotFigures(IReadOnlyList<int> Counts, IReadOnlyList<Fraction> Means, IReadOnlyList<long> Deviations, Fraction Objective);
