namespace Enrollment.Files.Supply.Shapes;

/// <summary>A closed line that does not cross itself; the inside lies to its left.</summary>
internal sealed class Ring
{
    private Ring(PlanePoint[] points) => (Points, Box) = (points, Box.Of(points));

    /// <summary>The corners; the first is not repeated.</summary>
    public IReadOnlyList<PlanePoint> Points { get; }

    public Box Box { get; }

    public int Count => Points.Count;

    public (PlanePoint From, PlanePoint To) Edge(int i) => (Points[i], Points[i + 1 == Points.Count ? 0 : i + 1]);

    /// <summary>The ring, turned so that what it encloses lies to its left; null when it touches or crosses itself or has no area.</summary>
    public static Ring? Of(IEnumerable<PlanePoint> points)
    {
        var corners = Corners(points);
        if (corners.Count < 3 || SegmentSweep.AnyMeet(corners))
            return null;
        var doubled = Int128.Zero;
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Count]);
            doubled += (Int128)a.X * b.Y - (Int128)b.X * a.Y;
        }
        if (doubled < 0)
            corners.Reverse();
        return doubled == 0 ? null : new Ring([.. corners]);
    }

    public Ring Reversed() => new([.. Points.Reverse()]);

    public Ring Doubled() => new([.. Points.Select(point => new PlanePoint(2 * point.X, 2 * point.Y))]);

    /// <summary>By the crossings of a ray to the right, each edge with its lower end only (half-open), so that a corner counts once.</summary>
    public Position Locate(PlanePoint point)
    {
        if (!Box.Holds(point))
            return Position.Outside;
        var isInside = false;
        for (var i = 0; i < Points.Count; i++)
        {
            var (a, b) = Edge(i);
            if (point.IsOn(a, b))
                return Position.OnBorder;
            if (a.Y > point.Y != b.Y > point.Y && point.SideOf(a, b) == (b.Y > a.Y ? 1 : -1))
                isInside = !isInside;
        }
        return isInside ? Position.Inside : Position.Outside;
    }

    // Rounding to whole numbers makes neighbors equal; repeating a corner says nothing.
    private static List<PlanePoint> Corners(IEnumerable<PlanePoint> points)
    {
        var corners = new List<PlanePoint>();
        foreach (var point in points)
        {
            if (corners.Count == 0 || corners[^1] != point)
                corners.Add(point);
        }
        if (corners.Count > 1 && corners[^1] == corners[0])
            corners.RemoveAt(corners.Count - 1);
        return corners;
    }
}
