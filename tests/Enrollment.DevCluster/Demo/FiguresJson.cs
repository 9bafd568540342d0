using System.Text.Encodings.Web;
using System.Text.Json;

namespace Enrollment.DevCluster.Demo;

internal static class FiguresJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(DemoOutcome outcome, FileInfo file, CancellationToken cancellation)
    {
        var figures = outcome.Figures;
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(stream, new
        {
            families = figures.Cases.Count,
            figures.Outcomes,
            figures.Expected,
            figures.Checks,
            figures.ExpectedChecks,
            differences = figures.Differences.Select(@case => new
            {
                @case.Family.Number,
                @case.Family.Story,
                @case.ApplicationId,
                expected = @case.Family.Truth.ToString(),
                @case.Got,
                @case.Reasons,
            }),
            seconds = new { applied = Rounded(figures.AppliedAfter.TotalSeconds), settled = Rounded(figures.SettledAfter.TotalSeconds), median = Rounded(figures.WithinWhich(0.5).TotalSeconds), percentile95 = Rounded(figures.WithinWhich(0.95).TotalSeconds) },
            applicationsPerSecond = Rounded(figures.ApplicationsPerSecond),
            storageOperations = figures.Operations is { } operations ? OperationsOf(figures, operations) : null,
            faults = outcome.Faults?.ForJson,
            admission = outcome.Admission?.ForJson,
        }, Options, cancellation);
    }

    private static object OperationsOf(Figures figures, StorageOperations operations) => new
    {
        perApplication = Rounded(figures.OperationsPerApplication!.Value),
        idle = operations.Idle,
        readings = figures.Looks.Count,
        operationsPerReading = figures.Looks.OperationsEach,
        counts = new SortedDictionary<string, long>(operations.Counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
    };

    private static double Rounded(double value) => Math.Round(value, 2);
}
