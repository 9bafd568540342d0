using System.Diagnostics;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Lots;
using Spectre.Console;

namespace Enrollment.Benchmarks.Placement;

/// <summary>How the lot's time grows with the number of pupils: by which power from one row to the next.</summary>
internal static class LotTimes
{
    private const int Smallest = 1_000;
    private const int PerClass = 50;

    public static Table Table(int largest)
    {
        var table = Tables.Of("The lot alone", "pupils / classes", "rules", "seconds", "grows with the power", "law", "attempts");
        foreach (var obeysRules in (bool[])[false, true])
        {
            double? before = null;
            for (var pupils = Smallest; pupils <= largest; pupils *= 10)
            {
                var list = BenchList.Of(SchoolGen.Make(pupils, pupils / PerClass), BenchProfile.Bench, obeysRules).List;
                Lot.Draw(list, BenchList.Seed(0));
                var clock = Stopwatch.StartNew();
                var lot = Lot.Draw(list, BenchList.Seed(1));
                var seconds = clock.Elapsed.TotalSeconds;
                table.AddRow($"{pupils} / {pupils / PerClass}", obeysRules ? "twins, pins" : "none", Tables.Seconds(clock.Elapsed),
                    before is { } last ? Tables.Number(Math.Log10(seconds / last)) : "", Law(lot), lot is null ? "" : Tables.Count(lot.Attempts));
                before = seconds;
            }
        }
        return table;
    }

    private static string Law(Lot? lot) => lot is null ? "nothing found" : lot.Law is LotLaw.Uniform ? "uniform" : "sequential";
}
