namespace Enrollment.Benchmarks.Placement;

/// <summary>Rosters that are harder than a usual school's, made from SchoolGen's.</summary>
internal static class HarderRosters
{
    /// <summary>A fifth are twins, special needs for 8 %, a tenth are pinned, and there are sets of five who must all be apart.</summary>
    public static BenchRoster Hard(int pupils, int classes)
    {
        var school = SchoolGen.Make(pupils, classes);
        var chance = new SplitMix(SchoolGen.UsualSeed + 1);
        int[] order = [.. Enumerable.Range(0, pupils)];
        for (var i = pupils - 1; i > 0; i--)
        {
            var j = chance.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        var (rules, next) = (new List<BenchRule>(), 0);
        for (var pair = 0; pair < pupils / 10; pair++, next += 2)
            rules.Add(new BenchRule(chance.Below(10) < 7 ? "together" : "apart", order[next], order[next + 1]));
        for (var set = 0; set < pupils / 100; set++, next += 5)
            rules.AddRange(from a in Enumerable.Range(next, 5) from b in Enumerable.Range(next, 5) where a < b select new BenchRule("apart", order[a], order[b]));
        for (var pin = 0; pin < pupils / 10; pin++, next++)
            rules.Add(new BenchRule("pin", order[next], 1 + pin % classes));
        return new BenchRoster("Hard", classes, [.. school.Pupils.Select(pupil => pupil with { HasSpecialNeeds = chance.Below(100) < 8 })], rules);
    }

    /// <summary>Most come from two schools, and scores crowd at the bottom with a long tail and many ties.</summary>
    public static BenchRoster Skew(int pupils, int classes)
    {
        var school = SchoolGen.Make(pupils, classes);
        var chance = new SplitMix(SchoolGen.UsualSeed + 2);
        return new BenchRoster("Skew", classes, [.. school.Pupils.Select(pupil => pupil with
        {
            School = chance.Below(10) < 7 ? chance.Below(2) : pupil.School,
            Scores = [.. pupil.Scores.Select(_ => Crowded(chance))],
        })], []);
    }

    /// <summary>A number of halvings, as in a lognormal, in whole points.</summary>
    private static int Crowded(SplitMix chance)
    {
        var points = 4 + chance.Below(5);
        for (var doubled = 0; doubled < 4 && chance.Below(3) == 0; doubled++)
            points *= 2;
        return Math.Min(1000, 10 * points);
    }
}
