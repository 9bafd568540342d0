namespace Enrollment.Benchmarks.Placement;

/// <summary>SchoolGen v1: the rosters that other programs were measured with, byte for byte.</summary>
internal static class SchoolGen
{
    public const int UsualSeed = 20260901;

    private static readonly int[] Means = [780, 740, 760];
    private static readonly int[] Deviations = [130, 170, 150];

    public static BenchRoster Make(int pupils, int classes, int seed = UsualSeed)
    {
        var chance = new SplitMix((ulong)seed);
        var schools = Math.Min(40, Math.Max(4, pupils / 40));
        int[] weights = [.. Enumerable.Range(0, schools).Select(i => 1_000_000 / (i + 2))];
        BenchPupil[] made = [.. Enumerable.Range(0, pupils).Select(_ => Pupil(chance, weights))];
        return new BenchRoster("SchoolGen", classes, made, Rules(chance, pupils, classes));
    }

    private static BenchPupil Pupil(SplitMix chance, int[] weights)
    {
        var (school, left) = (0, chance.Below(weights.Sum()));
        while (left >= weights[school])
            left -= weights[school++];
        var isMale = chance.Below(1000) < 530;
        var ability = chance.Normal();
        int[] scores = [.. Enumerable.Range(0, 3).Select(subject => Score(subject, isMale, ability, chance.Normal()))];
        var boards = chance.Below(1000) < (school >= weights.Length / 2 ? 350 : 100);
        var special = chance.Below(1000) < 25;
        var age = chance.Below(12) + (chance.Below(1000) < 30 ? 12 : 0);
        return new BenchPupil(isMale, school, boards, special, age, scores);
    }

    /// <summary>In half points; the subjects correlate, and boys are a little behind in two of them.</summary>
    private static int Score(int subject, bool isMale, int ability, int own)
    {
        var z = (int)FloorDivide(8 * ability + 6 * own, 10) + (isMale && subject != 1 ? -6000 : 0);
        var value = Means[subject] + (int)FloorDivide(2L * Deviations[subject] * z + 65536, 2 * 65536);
        return Math.Clamp(value, 0, 1000) / 5 * 5;
    }

    /// <summary>Twins for 1.5 % of the pupils, most of them together, and a pin for 1 %.</summary>
    private static List<BenchRule> Rules(SplitMix chance, int pupils, int classes)
    {
        var (rules, used) = (new List<BenchRule>(), new HashSet<int>());
        for (var pair = 0; pair < pupils * 15 / 1000 / 2; pair++)
        {
            var (one, other) = (chance.Below(pupils), chance.Below(pupils));
            if (one == other || used.Contains(one) || used.Contains(other))
                continue;
            used.UnionWith([one, other]);
            rules.Add(new BenchRule(chance.Below(10) < 7 ? "together" : "apart", one, other));
        }
        for (var pin = 0; pin < pupils / 100; pin++)
        {
            var pupil = chance.Below(pupils);
            if (used.Add(pupil))
                rules.Add(new BenchRule("pin", pupil, 1 + chance.Below(classes)));
        }
        return rules;
    }

    private static long FloorDivide(long value, long by) => value >= 0 ? value / by : -((by - 1 - value) / by);
}
