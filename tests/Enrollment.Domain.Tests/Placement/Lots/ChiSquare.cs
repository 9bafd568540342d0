namespace Enrollment.Domain.Tests.Placement.Lots;

internal static class ChiSquare
{
    /// <summary>Pearson's statistic as standard deviations from its mean (Wilson-Hilferty): 3.72 is a chance of one in 10,000, 4 of three in 100,000.</summary>
    public static double Deviation(IReadOnlyCollection<int> counts)
    {
        var expected = counts.Average();
        var statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        var freedom = counts.Count - 1.0;
        return (Math.Cbrt(statistic / freedom) - (1 - 2 / (9 * freedom))) / Math.Sqrt(2 / (9 * freedom));
    }

    public static void AssertUniform(string situation, IEnumerable<int> counts, double standardDeviations = 4)
    {
        var observed = counts.ToArray();
        var deviation = Deviation(observed);
        Assert.True(deviation < standardDeviations, $"{situation}: {observed.Length} outcomes, {deviation:F2} standard deviations from uniform");
    }
}
