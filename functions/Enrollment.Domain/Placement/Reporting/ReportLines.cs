namespace Enrollment.Domain.Placement.Reporting;

/// <summary>How many pupils of one sort each class has.</summary>
/// <param name="Name"><c>heads</c>, <c>boys</c>, <c>girls</c>, <c>special-needs</c>, or a category of the table.</param>
/// <param name="Level">Which level of the category.</param>
/// <param name="Counts">In class 1, class 2, …; null where it is withheld.</param>
/// <param name="Range">The most less the fewest.</param>
/// <param name="Lots">How the range stands among random lots.</param>
public sealed record CountLine(string Name, int? Level, IReadOnlyList<int?> Counts, int? Range, Standing? Lots);

/// <summary>How a number differs between classes, in its own unit. A class without pupils has no figures.</summary>
/// <param name="Name">Of the attribute.</param>
/// <param name="Means">Of class 1, class 2, …</param>
/// <param name="Deviations">Their standard deviations, rounded down.</param>
/// <param name="MeanRange">The highest mean less the lowest.</param>
/// <param name="DeviationRange">The largest deviation less the smallest.</param>
/// <param name="Distance">The largest distance between a class's distribution and that of all (Kolmogorov and Smirnov).</param>
/// <param name="Index">See <see cref="BalanceIndex"/>.</param>
/// <param name="Band">Of the index.</param>
/// <param name="MeanLots">How the range of the means stands among random lots.</param>
/// <param name="DeviationLots">How the range of the deviations does.</param>
public sealed record NumberLine(string Name, IReadOnlyList<decimal?> Means, IReadOnlyList<decimal?> Deviations, decimal? MeanRange, decimal? DeviationRange,
    decimal? Distance, decimal? Index, BalanceBand? Band, Standing? MeanLots, Standing? DeviationLots);

/// <summary>Everything that is balanced, weighed together (docs/adr/0010).</summary>
/// <param name="Objective">J: the between-class sum of squares of all criteria.</param>
/// <param name="LowerBound">What no placement can undercut.</param>
/// <param name="Excess">How far above the bound: a lot has about 1, perfect is 0.</param>
/// <param name="Lots">How J stands among random lots.</param>
public sealed record OverallLine(decimal Objective, decimal LowerBound, decimal Excess, Standing Lots);
