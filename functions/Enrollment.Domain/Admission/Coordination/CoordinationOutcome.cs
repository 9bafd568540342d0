namespace Enrollment.Domain.Admission.Coordination;

/// <summary>What comes of a problem. Closed: every child has a seat, or it is shown why not all can.</summary>
public abstract record CoordinationOutcome
{
    private CoordinationOutcome()
    {
    }

    /// <summary>Every child has a seat and no placement has a smaller sum of walks. Of several with that sum, the tie-break names this one (docs/coordination.md).</summary>
    /// <param name="Flow">How many children of each area go to each school.</param>
    /// <param name="TotalMeters">The sum of all walks, one way.</param>
    /// <param name="Prices">The proof: see <see cref="CoordinationCertificate"/>.</param>
    public sealed record Placed(CoordinationFlow Flow, long TotalMeters, CoordinationPrices Prices) : CoordinationOutcome;

    /// <summary>Not every child can have a seat: these areas together have more children than all schools open to any of them have seats.</summary>
    /// <param name="Missing">How many children stay without a seat, however the others are placed: children of the areas less seats of the schools.</param>
    /// <param name="Areas">The fewest areas that show it, ascending.</param>
    /// <param name="Schools">Every school open to any of these areas, ascending.</param>
    public sealed record SeatsShort(int Missing, IReadOnlyList<int> Areas, IReadOnlyList<int> Schools) : CoordinationOutcome;
}
