namespace Enrollment.Benchmarks.Placement;

/// <summary>splitmix64 with what SchoolGen draws from it: whole numbers only, so that any language makes the same rosters.</summary>
internal sealed class SplitMix(ulong seed)
{
    private const int Words = 12;
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int n) => (int)((UInt128)Next() * (ulong)n >> 64);

    /// <summary>Nearly normal with standard deviation 65536: the sum of twelve 16-bit words, around zero.</summary>
    public int Normal()
    {
        var sum = 0;
        for (var i = 0; i < Words / 4; i++)
        {
            var word = Next();
            sum += (int)(word & 65535) + (int)((word >> 16) & 65535) + (int)((word >> 32) & 65535) + (int)(word >> 48);
        }
        return sum - Words / 2 * 65535;
    }
}
