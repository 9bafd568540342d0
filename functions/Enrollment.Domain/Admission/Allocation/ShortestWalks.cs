namespace Enrollment.Domain.Admission.Allocation;

/// <summary>Where coordinated placement is asked for. Stands for the solver of Coordination/ until that is merged: shortest paths one child at a time.</summary>
internal static class ShortestWalks
{
    /// <summary>How many children of each area go to each school, with the smallest sum of walks.</summary>
    /// <param name="children">Of each area; no more than there are seats.</param>
    /// <param name="seats">Of each school.</param>
    /// <param name="meters">From each area to each school.</param>
    public static int[][] Of(int[] children, int[] seats, int[][] meters)
    {
        var flow = children.Select(_ => new int[seats.Length]).ToArray();
        var left = (int[])seats.Clone();
        for (var a = 0; a < children.Length; a++)
        {
            for (var child = 0; child < children[a]; child++)
                Augment(a, flow, left, meters);
        }
        return flow;
    }

    private static void Augment(int area, int[][] flow, int[] left, int[][] meters)
    {
        var distance = meters[area].Select(walk => (long)walk).ToArray();
        var (fromArea, fromSchool) = (new int[left.Length], new int[left.Length]);
        Array.Fill(fromArea, area);
        Array.Fill(fromSchool, -1);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var s = 0; s < left.Length; s++)
            {
                for (var a = 0; a < flow.Length; a++)
                {
                    if (flow[a][s] == 0)
                        continue;
                    for (var t = 0; t < left.Length; t++)
                    {
                        var walk = distance[s] - meters[a][s] + meters[a][t];
                        if (walk >= distance[t])
                            continue;
                        (distance[t], fromArea[t], fromSchool[t], changed) = (walk, a, s, true);
                    }
                }
            }
        }
        var end = Enumerable.Range(0, left.Length).Where(s => left[s] > 0).MinBy(s => distance[s]);
        left[end]--;
        for (var s = end; s >= 0; s = fromSchool[s])
        {
            flow[fromArea[s]][s]++;
            if (fromSchool[s] >= 0)
                flow[fromArea[s]][fromSchool[s]]--;
        }
    }
}
