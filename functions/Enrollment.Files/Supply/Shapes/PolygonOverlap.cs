namespace Enrollment.Files.Supply.Shapes;

/// <summary>
/// Do two polygons share ground? Sharing a border is no overlap. Exact: either borders cross; or a piece of one border, cut where the other
/// touches it, runs inside the other; or a shared piece has the inside of both on one side. If none of these, the common ground would have
/// no border at all.
/// </summary>
internal sealed class PolygonOverlap(int budget)
{
    private long _left = budget;

    /// <summary>Null when it was given up: the pairs of edges allowed are used up.</summary>
    public bool? Of(Polygon one, Polygon other)
    {
        if (!one.Box.Meets(other.Box))
            return false;
        var (mine, theirs) = (Edges(one), Edges(other));
        _left -= 3L * mine.Count * theirs.Count;
        if (_left < 0)
            return null;
        return mine.Any(edge => theirs.Any(its => SegmentSweep.Cross(edge.From, edge.To, its.From, its.To)))
            || RunsInside(mine, theirs, other) || RunsInside(theirs, mine, one);
    }

    private static List<(PlanePoint From, PlanePoint To)> Edges(Polygon polygon) => [.. polygon.Rings.SelectMany(ring => Enumerable.Range(0, ring.Count).Select(ring.Edge))];

    private static bool RunsInside(List<(PlanePoint From, PlanePoint To)> edges, List<(PlanePoint From, PlanePoint To)> others, Polygon other)
    {
        var doubled = other.Doubled();
        foreach (var (from, to) in edges.Where(edge => Box.Of(edge.From, edge.To).Meets(other.Box)))
        {
            var cuts = others.Select(edge => edge.From).Where(corner => corner.IsOn(from, to)).Append(from).Append(to).Distinct()
                .OrderBy(point => Int128.Abs((Int128)point.X - from.X) + Int128.Abs((Int128)point.Y - from.Y)).ToList();
            for (var i = 0; i + 1 < cuts.Count; i++)
            {
                var (a, b) = (cuts[i], cuts[i + 1]);
                // Twice the middle is a whole point.
                var middle = doubled.Locate(new PlanePoint(a.X + b.X, a.Y + b.Y));
                if (middle is Position.Inside || (middle is Position.OnBorder && others.Exists(edge => IsAlong(a, b, edge.From, edge.To))))
                    return true;
            }
        }
        return false;
    }

    // The same line in the same direction: both have their inside to the left of it.
    private static bool IsAlong(PlanePoint a, PlanePoint b, PlanePoint from, PlanePoint to) =>
        a.IsOn(from, to) && b.IsOn(from, to) && (Int128)(b.X - a.X) * (to.X - from.X) + (Int128)(b.Y - a.Y) * (to.Y - from.Y) > 0;
}
