namespace Enrollment.DevCluster.Demo;

internal static class SeedSource
{
    public static void Write(string folder, int families, ulong seed) =>
        throw new NotSupportedException($"The generator of {families} families from seed {seed} into {folder} lands with Seeds/.");
}
