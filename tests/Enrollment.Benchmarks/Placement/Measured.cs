namespace Enrollment.Benchmarks.Placement;

/// <summary>One run, or the median of several, figure by figure.</summary>
internal sealed record Measured(TimeSpan Elapsed, TimeSpan Cpu, Verdict Verdict)
{
    public static Measured Median(int seeds, Func<int, Measured> run)
    {
        Measured[] runs = [.. Enumerable.Range(1, seeds).Select(run)];
        return new Measured(
            Middle(runs.Select(measured => measured.Elapsed)),
            Middle(runs.Select(measured => measured.Cpu)),
            new Verdict(Middle(runs.Select(measured => measured.Verdict.Excess)), Middle(runs.Select(measured => measured.Verdict.Means)),
                Middle(runs.Select(measured => measured.Verdict.Distance)), runs.Max(measured => measured.Verdict.Violations)));
    }

    private static T Middle<T>(IEnumerable<T> values)
    {
        T[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
