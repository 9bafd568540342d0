namespace Enrollment.Files.Supply.Shapes;

/// <summary>Do two edges of a ring meet other than as neighbors? From left to right, comparing only edges that are open at the same time.</summary>
internal static class SegmentSweep
{
    public static bool AnyMeet(IReadOnlyList<PlanePoint> ring)
    {
        var edges = Enumerable.Range(0, ring.Count).Select(i => (i, A: ring[i], B: ring[(i + 1) % ring.Count])).Select(edge => (edge.i, edge.A, edge.B, Box: Box.Of(edge.A, edge.B)))
            .OrderBy(edge => edge.Box.Left).ToList();
        var open = new List<int>();
        for (var next = 0; next < edges.Count; next++)
        {
            var edge = edges[next];
            open.RemoveAll(other => edges[other].Box.Right < edge.Box.Left);
            foreach (var other in open)
            {
                if (edges[other].Box.Meets(edge.Box) && Meet(edge.A, edge.B, edges[other].A, edges[other].B, NeighborsOf(edge.i, edges[other].i, ring.Count)))
                    return true;
            }
            open.Add(next);
        }
        return false;
    }

    /// <summary>Do the insides of two segments cross in one point?</summary>
    public static bool Cross(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d) =>
        c.SideOf(a, b) * d.SideOf(a, b) < 0 && a.SideOf(c, d) * b.SideOf(c, d) < 0;

    // Neighbors share a corner; they must share no more, or the line turns back on itself.
    private static bool Meet(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d, Neighbor neighbor) => neighbor switch
    {
        Neighbor.None => Cross(a, b, c, d) || a.IsOn(c, d) || b.IsOn(c, d) || c.IsOn(a, b) || d.IsOn(a, b),
        Neighbor.Before => a.IsOn(c, d) || d.IsOn(a, b),
        Neighbor.After => c.IsOn(a, b) || b.IsOn(c, d),
        _ => throw new ArgumentOutOfRangeException(nameof(neighbor)),
    };

    private static Neighbor NeighborsOf(int edge, int other, int count) =>
        (edge + 1) % count == other ? Neighbor.Before : (other + 1) % count == edge ? Neighbor.After : Neighbor.None;

    private enum Neighbor
    {
        None,
        // The edge ends where the other begins.
        Before,
        // The edge begins where the other ends.
        After,
    }
}
