namespace Enrollment.Files.Supply.Shapes;

/// <summary>What a shape certainly lies within.</summary>
internal readonly record struct Box(long Left, long Bottom, long Right, long Top)
{
    public static Box Of(IReadOnlyList<PlanePoint> points) => new(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));

    public static Box Of(PlanePoint a, PlanePoint b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));

    public bool Meets(Box other) => Left <= other.Right && other.Left <= Right && Bottom <= other.Top && other.Bottom <= Top;

    public bool Holds(PlanePoint point) => point.X >= Left && point.X <= Right && point.Y >= Bottom && point.Y <= Top;
}
