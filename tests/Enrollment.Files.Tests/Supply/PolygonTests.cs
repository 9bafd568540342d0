using CsCheck;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Files.Tests.Supply;

/// <summary>Inside, border and overlap against an oracle that looks at every cell of a small board.</summary>
public sealed class PolygonTests
{
    private const int Board = 9;

    /// <summary>A connected set of cells without holes, and its outline: what the oracle knows cell by cell, the polygon knows by its corners.</summary>
    private static readonly Gen<(bool[,] Cells, Ring Ring)> Patch = Gen.Select(Gen.Int[1, Board - 2], Gen.Int[1, Board - 2], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 8])
        .Select((x, y, rows) => PatchOf(x, y, rows));

    [Fact]
    public void Locate_AnyPatch_AgreesWithItsCells() => Patch.Sample(patch =>
    {
        var polygon = Polygon.Of(patch.Ring, [])!;
        for (var x = 0; x < Board; x++)
        {
            for (var y = 0; y < Board; y++)
                Assert.Equal(patch.Cells[x, y] ? Position.Inside : Position.Outside, polygon.Locate(new PlanePoint(2 * x + 1, 2 * y + 1)));
        }
        Assert.All(patch.Ring.Points, corner => Assert.Equal(Position.OnBorder, polygon.Locate(corner)));
    }, iter: 1000);

    [Fact]
    public void Overlap_AnyTwoPatches_AgreesWithTheirCells() => Gen.Select(Patch, Patch).Sample((one, other) =>
    {
        var share = Enumerable.Range(0, Board * Board).Any(i => one.Cells[i / Board, i % Board] && other.Cells[i / Board, i % Board]);
        var (first, second) = (Polygon.Of(one.Ring, [])!, Polygon.Of(other.Ring, [])!);

        Assert.Equal(share, new PolygonOverlap(1_000_000).Of(first, second));
        Assert.Equal(share, new PolygonOverlap(1_000_000).Of(second, first));
    }, iter: 3000);

    [Fact]
    public void Overlap_TurnedSquares_AreJudgedExactly()
    {
        var diamond = Polygon.Of(RingOf((0, 10), (10, 0), (20, 10), (10, 20)), [])!;

        Assert.False(new PolygonOverlap(1000).Of(diamond, Polygon.Of(RingOf((0, 0), (5, 0), (0, 5)), [])!));
        Assert.False(new PolygonOverlap(1000).Of(diamond, Polygon.Of(RingOf((0, 0), (10, 0), (0, 10)), [])!));
        Assert.True(new PolygonOverlap(1000).Of(diamond, Polygon.Of(RingOf((0, 0), (11, 0), (0, 10)), [])!));
    }

    [Theory]
    [InlineData(2, 10, "Inside")]
    [InlineData(18, 10, "Inside")]
    [InlineData(10, 5, "Outside")]
    [InlineData(1, 0, "Outside")]
    [InlineData(10, 15, "Inside")]
    public void Locate_PointLevelWithACorner_CountsTheCornerOnce(long x, long y, string position)
    {
        var notched = RingOf((0, 0), (10, 10), (20, 0), (20, 20), (10, 15 + 1), (0, 20));

        Assert.Equal(position, notched.Locate(new PlanePoint(x, y)).ToString());
    }

    [Fact]
    public void Overlap_BudgetUsedUp_IsGivenUp()
    {
        var square = Polygon.Of(RingOf((0, 0), (9, 0), (9, 9), (0, 9)), [])!;

        Assert.Null(new PolygonOverlap(10).Of(square, square));
    }

    [Theory]
    [InlineData(2_000_000_000L)]
    [InlineData(1_800_000_000L)]
    public void Locate_AtTheEdgeOfTheRange_DoesNotOverflow(long far)
    {
        var ring = RingOf((-far, -far), (far, -far), (far, far), (-far, far));

        Assert.Equal(Position.Inside, ring.Locate(new PlanePoint(far - 1, far - 1)));
        Assert.Equal(Position.OnBorder, ring.Locate(new PlanePoint(far, 0)));
        Assert.Equal(Position.Outside, ring.Locate(new PlanePoint(far + 1, 0)));
    }

    private static Ring RingOf(params (long X, long Y)[] corners) => Ring.Of(corners.Select(corner => new PlanePoint(corner.X, corner.Y)))!;

    // Columns one beside the other, each touching the next: a histogram turned on its side has no hole.
    private static (bool[,] Cells, Ring Ring) PatchOf(int x, int y, (int Down, int Up)[] columns)
    {
        var cells = new bool[Board, Board];
        var (bottom, top) = (new List<PlanePoint>(), new List<PlanePoint>());
        foreach (var (column, i) in columns.Prepend((Down: 0, Up: 0)).Take(Board - x).Select((column, i) => (column, i)))
        {
            var (low, high) = (Math.Max(0, y - column.Down), Math.Min(Board - 1, y + column.Up));
            for (var row = low; row <= high; row++)
                cells[x + i, row] = true;
            bottom.AddRange([new PlanePoint(2 * (x + i), 2 * low), new PlanePoint(2 * (x + i) + 2, 2 * low)]);
            top.AddRange([new PlanePoint(2 * (x + i), 2 * high + 2), new PlanePoint(2 * (x + i) + 2, 2 * high + 2)]);
        }
        return (cells, Ring.Of([.. bottom, .. Enumerable.Reverse(top)])!);
    }
}
