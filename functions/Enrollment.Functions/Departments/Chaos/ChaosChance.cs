namespace Enrollment.Functions.Departments.Chaos;

/// <summary>Chance from a seed for attempts that run side by side; the n-th number drawn is always the same (SplitMix64).</summary>
internal sealed class ChaosChance(int seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = unchecked((ulong)seed * Step);

    /// <summary>From 0 to below 1.</summary>
    public double Next()
    {
        unchecked
        {
            var z = Interlocked.Add(ref _state, Step);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
