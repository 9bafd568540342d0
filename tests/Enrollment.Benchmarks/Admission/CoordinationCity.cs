using Enrollment.Benchmarks.Placement;
using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Benchmarks.Admission;

/// <summary>
/// An invented city: areas and schools dropped on a square, walks along its streets, children and seats dropped one by one. Whole numbers
/// from splitmix64 only, so that any language makes the same.
/// </summary>
/// <param name="Children">How many are to be seated.</param>
/// <param name="Areas">They live in so many.</param>
/// <param name="Schools">So many have seats.</param>
/// <param name="Percent">Seats for each hundred children.</param>
/// <param name="Grain">Walks are rounded up to so many meters: the coarser, the more ties.</param>
internal sealed record CoordinationCity(int Children, int Areas, int Schools, int Percent, int Grain)
{
    private const int Side = 16_384;
    private const int Detour = 400;
    private const int Farthest = 3 * Side / 4;

    public static readonly IReadOnlyList<CoordinationCity> All =
    [
        new(10_000, 300, 60, 105, 1),
        new(10_000, 300, 60, 100, 100),
        new(110_000, 3_000, 700, 105, 1),
        new(110_000, 3_000, 700, 100, 1),
        new(110_000, 3_000, 700, 100, 100),
        new(110_000, 3_000, 700, 105, 1_000),
    ];

    /// <summary>Seconds on one core: well below the 15 a city's whole round may take.</summary>
    public double Aim => Children > 10_000 ? 6 : 0.2;

    /// <summary>Schools too far away are barred.</summary>
    public CoordinationProblem Make(ulong seed)
    {
        var random = new SplitMix(seed);
        var homes = Points(random, Areas);
        var schools = Points(random, Schools);
        return new CoordinationProblem(
            Drop(random, Children, Areas), Drop(random, (int)((long)Children * Percent / 100), Schools),
            [.. homes.Select(home => (IReadOnlyList<int?>)[.. schools.Select(school => Walk(random, home, school))])]);
    }

    private static (int X, int Y)[] Points(SplitMix random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.Below(Side), random.Below(Side)))];

    private static int[] Drop(SplitMix random, int count, int places)
    {
        var dropped = new int[places];
        for (var i = 0; i < count; i++)
            dropped[random.Below(places)]++;
        return dropped;
    }

    private int? Walk(SplitMix random, (int X, int Y) home, (int X, int Y) school)
    {
        var meters = Math.Abs(home.X - school.X) + Math.Abs(home.Y - school.Y) + random.Below(Detour);
        return meters > 2 * Farthest ? null : (meters + Grain - 1) / Grain * Grain;
    }
}
