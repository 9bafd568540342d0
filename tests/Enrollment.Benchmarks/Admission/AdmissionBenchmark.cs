using System.Text;
using Enrollment.Benchmarks.Placement;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;
using Spectre.Console;

namespace Enrollment.Benchmarks.Admission;

/// <summary>Rounds of two sizes, and deferred acceptance alone.</summary>
internal sealed class AdmissionBenchmark(bool isQuick, IAnsiConsole console)
{
    private const int Runs = 5;
    private static readonly DrawSeed Seed = new(Digest.Of("bench"u8));

    public void Run()
    {
        console.Profile.Width = Math.Max(console.Profile.Width, 140);
        var table = Tables.Of("Whole rounds", "children / schools", "round (cpu s)", "aim", "", "check of the list", "invariants", "reading the text", "round / reading", "over plan");
        AddRound(table, 10_000, 60, aim: 1);
        if (!isQuick)
            AddRound(table, 110_000, 660, aim: 15);
        console.Write(table);
        console.Write(DeferredAcceptanceTimes.Table(isQuick ? 1 : Runs));
    }

    private void AddRound(Table table, int children, int schools, double aim)
    {
        var list = CityGen.Make(children, schools);
        if (list.Check() is [var fault, ..])
            throw new BenchmarkFailedException($"The city has a fault: {fault}");
        var text = Encoding.UTF8.GetString(list.CanonicalBytes());
        var runs = isQuick ? 1 : Runs;
        var result = Allocate.Admit(list, Seed);
        var round = Median(runs, () => Allocate.Admit(list, Seed));
        var check = Median(runs, () => list.Check());
        var reading = Median(runs, () => AdmissionList.Parse(text.Split('\n')[..^1]));
        var invariants = Median(1, () => Demand(list, result));
        var over = result.Places.GroupBy(place => place.School).Sum(school => Math.Max(0, school.Count() - list.Schools.First(s => s.Code == school.Key).Plan));
        table.AddRow($"{children} / {schools}", Tables.Seconds(round), Tables.Number(aim), round.TotalSeconds < aim ? "met" : "MISSED", Tables.Seconds(check),
            Tables.Seconds(invariants), Tables.Seconds(reading), Tables.Number(round / reading), Tables.Count(over));
    }

    private static IReadOnlyList<AdmissionViolation> Demand(AdmissionList list, AdmissionResult result) =>
        AdmissionInvariants.Check(list, result) is [var violation, ..] ? throw new BenchmarkFailedException($"An invariant is broken: {violation}") : [];

    /// <summary>Processor time, all threads together: what else the machine does is not in it.</summary>
    public static TimeSpan Median<T>(int runs, Func<T> measured)
    {
        var times = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            GC.KeepAlive(measured());
            times.Add(Environment.CpuUsage.TotalTime - before);
        }
        return times.Order().ElementAt(runs / 2);
    }
}
