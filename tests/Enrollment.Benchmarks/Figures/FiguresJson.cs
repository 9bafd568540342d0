using System.Text.Json;
using Enrollment.Benchmarks.Measuring;

namespace Enrollment.Benchmarks.Figures;

internal static class FiguresJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(PipelineFigures figures, FileInfo file, CancellationToken cancellation)
    {
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(stream, new
        {
            applicationsPerSecond = Rounded(figures.Service.PerSecond),
            floorPerSecond = Rounded(figures.Floor.PerSecond),
            ratio = Rounded(figures.Ratio),
            figures.RatioIsMet,
            storageOperationsPerApplication = Rounded(figures.Operations),
            figures.OperationsAreMet,
            lostRacesPerApplication = Rounded(figures.LostRaces),
            service = figures.Rounds.Select(pair => Written(pair.Service)),
            floor = figures.Rounds.Select(pair => Written(pair.Floor)),
        }, Options, cancellation);
    }

    private static object Written(Round round) => new
    {
        applications = round.Measured,
        seconds = Rounded(round.Elapsed.TotalSeconds),
        perSecond = Rounded(round.PerSecond),
        median = Rounded(round.WithinWhich(0.5).TotalSeconds),
        percentile99 = Rounded(round.WithinWhich(0.99).TotalSeconds),
        applicationsWithLeads = round.All,
        operations = new SortedDictionary<string, long>(round.Operations.Counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        cpuSeconds = round.Cpu.ByProcess.ToDictionary(time => time.Key, time => Rounded(time.Value.TotalSeconds), StringComparer.Ordinal),
    };

    private static double Rounded(double value) => Math.Round(value, 3);
}
