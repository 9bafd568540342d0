using Enrollment.Domain.Placement;

namespace Enrollment.Benchmarks.Placement;

/// <summary>A size, how much is searched, and what must come out of it on two cores.</summary>
/// <param name="Pupils">How many.</param>
/// <param name="Classes">How many.</param>
/// <param name="Budget">Null for the usual one.</param>
/// <param name="Excess">At most.</param>
/// <param name="Seconds">At most.</param>
internal sealed record PlacementTarget(int Pupils, int Classes, SearchBudget? Budget, double Excess, double Seconds)
{
    public static readonly IReadOnlyList<PlacementTarget> All =
    [
        new(300, 6, Budget: null, 1.2e-4, 1),
        new(1_500, 30, new SearchBudget(1, 150, 50), 4e-4, 0.5),
        new(1_500, 30, Budget: null, 1.7e-4, 3),
        new(10_000, 200, Budget: null, 1.9e-4, 8),
        new(100_000, 2_000, Budget: null, 4.4e-4, 20),
    ];

    /// <summary>Rules may cost this much.</summary>
    public const double WithRules = 1.2;
}
