namespace Enrollment.Domain.Admission.Coordination;

/// <summary>Seats the children of one order group with the smallest sum of walks: coordinated placement (统筹安排, DOMAIN 1.4 steps 3 and 5).</summary>
public static class CoordinatedPlacement
{
    /// <summary>Solves a problem exactly. The same problem gives the same outcome whatever the program: each part of it is defined, not found (docs/coordination.md).</summary>
    public static CoordinationOutcome Solve(CoordinationProblem problem)
    {
        var placement = new WorkingPlacement(problem);
        SeatAll(placement);
        if (placement.Waiting.Any(children => children > 0))
            return Shortage.Of(placement);
        for (var area = 0; area < placement.Areas; area++)
            placement.AreaPrices[area] = placement.PriceOf(area);
        FirstAmongEquals.Settle(placement);
        return new CoordinationOutcome.Placed(
            placement.ToFlow(), placement.TotalMeters(), new CoordinationPrices(placement.AreaPrices, placement.SchoolPrices));
    }

    /// <summary>A child no chain can seat now, none can later: whoever is left waits for good.</summary>
    private static void SeatAll(WorkingPlacement placement)
    {
        var chain = new CheapestChain(placement);
        for (var area = 0; area < placement.Areas; area++)
        {
            placement.AreaPrices[area] = placement.PriceOf(area);
            while (placement.Waiting[area] > 0 && chain.Extend(area))
            {
            }
        }
    }
}
