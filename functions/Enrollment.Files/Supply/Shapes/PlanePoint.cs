namespace Enrollment.Files.Supply.Shapes;

/// <summary>A point of the map; both numbers below 2^31, so that products fit into 128 bits with room to spare.</summary>
internal readonly record struct PlanePoint(long X, long Y)
{
    /// <summary>Which side of the line from <paramref name="a"/> to <paramref name="b"/> this point lies on: 1 left, -1 right, 0 on it.</summary>
    public int SideOf(PlanePoint a, PlanePoint b) => Int128.Sign((Int128)(b.X - a.X) * (Y - a.Y) - (Int128)(b.Y - a.Y) * (X - a.X));

    /// <summary>Does it lie on the segment, ends included?</summary>
    public bool IsOn(PlanePoint a, PlanePoint b) => SideOf(a, b) == 0
        && X >= Math.Min(a.X, b.X) && X <= Math.Max(a.X, b.X) && Y >= Math.Min(a.Y, b.Y) && Y <= Math.Max(a.Y, b.Y);
}

/// <summary>Where a point lies.</summary>
internal enum Position
{
    Outside,
    OnBorder,
    Inside,
}
