namespace Enrollment.DevCluster.Seeds;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014), written out because System.Random promises no sequence across versions:
/// the seed files must come out byte for byte the same on every machine.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A stream of its own, so that what one family draws moves no other family.</summary>
    public Chance Fork() => new(Next());

    public int Below(int bound) => (int)(((UInt128)Next() * (uint)bound) >> 64);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public DateOnly Between(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    public bool OneIn(int n) => Below(n) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
