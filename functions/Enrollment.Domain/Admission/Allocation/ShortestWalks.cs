using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>Where coordinated placement is asked for.</summary>
internal static class ShortestWalks
{
    /// <summary>How many children of each area go to each school: with the smallest sum of walks, earlier areas favored among equals, then earlier schools.</summary>
    /// <param name="children">Of each area; in all no more than there are seats.</param>
    /// <param name="seats">Of each school.</param>
    /// <param name="meters">From each area to each school.</param>
    public static int[][] Of(int[] children, int[] seats, int?[][] meters)
    {
        if (CoordinatedPlacement.Solve(new CoordinationProblem(children, seats, meters)) is not CoordinationOutcome.Placed placed)
            throw new InvalidOperationException("Every school is open to every area, and the seats were counted.");
        var flow = children.Select(_ => new int[seats.Length]).ToArray();
        foreach (var share in placed.Flow.Shares)
            flow[share.Area][share.School] = share.Children;
        return flow;
    }
}
