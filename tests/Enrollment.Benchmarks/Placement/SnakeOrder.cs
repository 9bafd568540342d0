namespace Enrollment.Benchmarks.Placement;

/// <summary>What schools do by hand: in order of the total, one sex after the other, there and back again over the classes.</summary>
internal static class SnakeOrder
{
    public static int[] Of(BenchRoster roster)
    {
        var classes = new int[roster.Pupils.Count];
        var place = 0;
        foreach (var i in Enumerable.Range(0, classes.Length).OrderBy(i => roster.Pupils[i].IsMale ? 0 : 1).ThenByDescending(i => roster.Pupils[i].Scores.Sum()).ThenBy(i => i))
        {
            var (round, step) = (place / roster.Classes, place % roster.Classes);
            classes[i] = 1 + (round % 2 == 0 ? step : roster.Classes - 1 - step);
            place++;
        }
        return classes;
    }
}
