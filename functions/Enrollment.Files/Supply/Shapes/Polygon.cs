namespace Enrollment.Files.Supply.Shapes;

/// <summary>An area with holes: to the left of every ring, the outer one turning left and the holes right.</summary>
internal sealed class Polygon
{
    private readonly Ring _outer;
    private readonly IReadOnlyList<Ring> _holes;

    private Polygon(Ring outer, IReadOnlyList<Ring> holes) => (_outer, _holes) = (outer, holes);

    public Box Box => _outer.Box;

    public IEnumerable<Ring> Rings => _holes.Prepend(_outer);

    /// <summary>The polygon; null when a hole is not inside the outer ring, or holes cross. Holes may touch in points, as RFC 7946 allows.</summary>
    public static Polygon? Of(Ring outer, IReadOnlyList<Ring> holes)
    {
        var isSound = holes.All(hole => hole.Points.All(point => outer.Locate(point) is not Position.Outside) && !Crosses(outer, hole))
            && !holes.SelectMany((hole, i) => holes.Skip(i + 1).Select(other => (hole, other))).Any(pair => pair.hole.Box.Meets(pair.other.Box) && (Crosses(pair.hole, pair.other)
                || pair.hole.Points.Any(point => pair.other.Locate(point) is Position.Inside) || pair.other.Points.Any(point => pair.hole.Locate(point) is Position.Inside)));
        return isSound ? new Polygon(outer, [.. holes.Select(hole => hole.Reversed())]) : null;
    }

    /// <summary>Twice as large, so that the middle of two points is a whole point.</summary>
    public Polygon Doubled() => new(_outer.Doubled(), [.. _holes.Select(hole => hole.Doubled())]);

    public Position Locate(PlanePoint point)
    {
        var outer = _outer.Locate(point);
        if (outer is not Position.Inside)
            return outer;
        foreach (var hole in _holes)
        {
            if (hole.Locate(point) is var inHole and not Position.Outside)
                return inHole is Position.Inside ? Position.Outside : Position.OnBorder;
        }
        return Position.Inside;
    }

    private static bool Crosses(Ring one, Ring other)
    {
        for (var i = 0; i < one.Count; i++)
        {
            var (a, b) = one.Edge(i);
            if (!Box.Of(a, b).Meets(other.Box))
                continue;
            for (var j = 0; j < other.Count; j++)
            {
                var (c, d) = other.Edge(j);
                if (SegmentSweep.Cross(a, b, c, d))
                    return true;
            }
        }
        return false;
    }
}
