using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>
/// Of all exchanges of two pupils that break no rule, the one that lowers J most: for whoever prepares a roster and looks at a rehearsal. After
/// sealing nobody is exchanged.
/// </summary>
/// <param name="First">Index in the list of the one pupil.</param>
/// <param name="Second">Index of the other; the larger one.</param>
/// <param name="Before">The figures as they are.</param>
/// <param name="After">The figures after the exchange.</param>
public sealed record SwapAdvice(int First, int Second, BalanceFigures Before, BalanceFigures After)
{
    /// <summary>The best exchange, of equally good ones the first in list order; null where none lowers J.</summary>
    /// <param name="result">The placement, with its classes and teams.</param>
    /// <param name="table">What is balanced.</param>
    /// <param name="cancellationToken">Stops a long search.</param>
    public static SwapAdvice? Best(PlacementResult result, AttributeTable table, CancellationToken cancellationToken = default)
    {
        int[] classOf = [.. Enumerable.Range(0, result.Groups.Count).Select(result.ClassOf)];
        if (new SwapSearch(result.List, table, classOf, result.Teams).Best(cancellationToken) is not { } swap)
            return null;
        int[] after = [.. classOf];
        (after[swap.First], after[swap.Second]) = (after[swap.Second], after[swap.First]);
        return new SwapAdvice(swap.First, swap.Second, BalanceFigures.Of(result.List, table, classOf), BalanceFigures.Of(result.List, table, after));
    }
}
