namespace Enrollment.Domain.Placement.Checks;

/// <summary>Counts in how many orders every class gets a team that is not barred from it.</summary>
internal static class AllowedOrders
{
    /// <summary>Are at least one in so many of all orders allowed?</summary>
    /// <param name="barred">For each class the teams barred from it; as many teams as classes.</param>
    /// <param name="one">So many.</param>
    public static bool AreEnough(bool[][] barred, int one)
    {
        var orders = 1L;
        for (var n = 2; n <= barred.Length; n++)
            orders *= n;
        return Count(barred) * one >= orders;
    }

    /// <summary>Class by class, over the sets of teams given away so far.</summary>
    private static long Count(bool[][] barred)
    {
        var ways = new long[1 << barred.Length];
        ways[0] = 1;
        for (var given = 0; given < ways.Length - 1; given++)
        {
            var next = barred[int.PopCount(given)];
            for (var team = 0; team < next.Length && ways[given] > 0; team++)
            {
                if ((given & (1 << team)) == 0 && !next[team])
                    ways[given | (1 << team)] += ways[given];
            }
        }
        return ways[^1];
    }
}
