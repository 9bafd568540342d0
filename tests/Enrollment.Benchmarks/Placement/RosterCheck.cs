using Spectre.Console;

namespace Enrollment.Benchmarks.Placement;

/// <summary>Are these the rosters that other programs were measured with?</summary>
internal static class RosterCheck
{
    private static readonly (int Pupils, int Classes, string Sha256)[] Known =
    [
        (300, 6, "c74e2c5e"),
        (1_500, 30, "8d51efa8"),
        (10_000, 200, "812a30dc"),
        (100_000, 2_000, "eb7e2289"),
    ];

    public static void Run(IAnsiConsole console)
    {
        foreach (var (pupils, classes, sha256) in Known)
        {
            if (!SchoolGen.Make(pupils, classes).Sha256.StartsWith(sha256, StringComparison.Ordinal))
                throw new BenchmarkFailedException($"SchoolGen {pupils} is not the known roster.");
        }
        console.WriteLine("SchoolGen's four known rosters: SHA-256 as published.");
    }
}
