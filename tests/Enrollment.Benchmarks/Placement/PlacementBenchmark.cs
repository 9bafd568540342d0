using System.Diagnostics;
using Enrollment.Domain.Placement.Balancing;
using Spectre.Console;

namespace Enrollment.Benchmarks.Placement;

/// <summary>Runs everything and prints it as it comes.</summary>
internal sealed class PlacementBenchmark(PlacementOptions options, IAnsiConsole console)
{
    private const int LargestQuick = 1_500;
    private const int LargestForSolver = 100;
    private static readonly TimeSpan SolverTime = TimeSpan.FromSeconds(20);

    private readonly Judge? _judge = Judge.Find(options.Shared, options.Repository);

    public void Run()
    {
        if (!console.Profile.Capabilities.Interactive)
            console.Profile.Width = Math.Max(console.Profile.Width, 150);
        if (options.IsLotOnly)
        {
            console.Write(LotTimes.Table(options.IsQuick ? 100_000 : 1_000_000));
            return;
        }
        console.WriteLine(_judge is null ? "evaluate.py is not beside the clone: excess is our own figure." : "Excess and differences as evaluate.py judges them.");
        RosterCheck.Run(console);
        WarmUp();
        console.Write(Targets());
        console.Write(Peers());
        console.Write(Others());
        console.Write(SameResult.Table());
        console.Write(LotTimes.Table(options.IsQuick ? 100_000 : 1_000_000));
    }

    /// <summary>The first seconds of a process belong to its compiler.</summary>
    private static void WarmUp() => OwnSearch.Run(BenchList.Of(SchoolGen.Make(300, 6), BenchProfile.Bench, obeysRules: true), seed: 0, threads: 2);

    private Table Targets()
    {
        var table = Tables.Of("Ours, two threads", "pupils / classes", "rules", "budget", "seconds", "aim", "processor s", "excess", "aim", "of aim", "means", "KS", "broken");
        foreach (var target in PlacementTarget.All.Where(target => !options.IsQuick || target.Pupils <= LargestQuick))
        {
            foreach (var obeysRules in (bool[])[false, true])
            {
                var list = BenchList.Of(SchoolGen.Make(target.Pupils, target.Classes), BenchProfile.Bench, obeysRules, target.Budget);
                var measured = Measured.Median(options.Seeds, seed => Measure(list, obeysRules, OwnSearch.Run(list, seed, threads: 2)));
                var aim = target.Excess * (obeysRules ? PlacementTarget.WithRules : 1);
                table.AddRow($"{target.Pupils} / {target.Classes}", obeysRules ? "twins, pins" : "none", Tables.Budget(list.List.Search!), Tables.Seconds(measured.Elapsed),
                    Tables.Number(target.Seconds), Tables.Seconds(measured.Cpu), Tables.Excess(measured.Verdict.Excess), Tables.Excess(aim),
                    Tables.Number(measured.Verdict.Excess / aim), Tables.Number(measured.Verdict.Means), Tables.Number(measured.Verdict.Distance), Tables.Count(measured.Verdict.Violations));
            }
        }
        return table;
    }

    private Table Peers()
    {
        var table = Tables.Of("Beside ours", "pupils / classes", "way", "seconds", "excess", "means", "KS");
        foreach (var (pupils, classes) in (options.IsQuick ? new[] { (40, 2), (300, 6), (1_500, 30) } : [(40, 2), (100, 2), (300, 6), (1_500, 30), (10_000, 200), (100_000, 2_000)]))
        {
            var list = BenchList.Of(SchoolGen.Make(pupils, classes), BenchProfile.Bench, obeysRules: false);
            var scores = new ScoreMatrix(list);
            var ours = OwnSearch.Run(list, seed: 1, threads: 2);
            AddPeer(table, list, "ours", () => (ours.Classes, ""), ours.Elapsed);
            AddPeer(table, list, "floor: snake order", () => (SnakeOrder.Of(list.Roster), ""));
            var (sum, reading) = Timed(scores.ReadOnce);
            table.AddRow($"{pupils} / {classes}", $"floor: one read of {scores.Pupils} x {scores.Features} values{(float.IsNaN(sum) ? "!" : "")}", Tables.Seconds(reading), "", "", "");
            AddPeer(table, list, "one lot", () => (RandomLots.One(list, seed: 1), ""));
            AddPeer(table, list, "best lot in our time", () =>
            {
                var (groups, lots) = RandomLots.BestWithin(list, scores, ours.Elapsed);
                return (groups, $" of {lots}");
            });
            if (pupils <= LargestForSolver && ConstraintSolver.IsThere)
                AddPeer(table, list, "CP-SAT", () => ConstraintSolver.Solve(list, scores, RandomLots.One(list, seed: 1), SolverTime) is { } solved ? (solved.Classes, $", {solved.Status}") : null);
        }
        return table;
    }

    private Table Others()
    {
        var table = Tables.Of("Other rosters and the schools' profile", "roster", "profile", "seconds", "excess", "means", "KS", "broken");
        (BenchRoster Roster, BenchProfile Profile)[] cases =
        [
            (SchoolGen.Make(307, 6) with { Name = "Uneven" }, BenchProfile.Bench),
            (HarderRosters.Hard(600, 12), BenchProfile.Bench),
            (HarderRosters.Skew(600, 12), BenchProfile.Bench),
            (SchoolGen.Make(300, 6), BenchProfile.Product),
            (SchoolGen.Make(1_500, 30), BenchProfile.Product),
        ];
        foreach (var (roster, profile) in cases)
        {
            var list = BenchList.Of(roster, profile, obeysRules: true);
            var measured = Measured.Median(options.Seeds, seed => Measure(list, obeysRules: true, OwnSearch.Run(list, seed, threads: 2)));
            table.AddRow($"{roster.Name} {roster.Pupils.Count} / {roster.Classes}", profile.Name, Tables.Seconds(measured.Elapsed), Tables.Excess(measured.Verdict.Excess),
                Tables.Number(measured.Verdict.Means), Tables.Number(measured.Verdict.Distance), Tables.Count(measured.Verdict.Violations));
        }
        return table;
    }

    private void AddPeer(Table table, BenchList list, string way, Func<(int[] Classes, string Note)?> run, TimeSpan? elapsed = null)
    {
        var (found, time) = Timed(run);
        var size = $"{list.List.Rows.Count} / {list.List.Classes}";
        if (found is not { } placed)
        {
            table.AddRow(size, way, Tables.Seconds(elapsed ?? time), "nothing found", "", "");
            return;
        }
        var verdict = VerdictOf(list, placed.Classes, obeysRules: false);
        table.AddRow(size, way + placed.Note, Tables.Seconds(elapsed ?? time), Tables.Excess(verdict.Excess), Tables.Number(verdict.Means), Tables.Number(verdict.Distance));
    }

    private Measured Measure(BenchList list, bool obeysRules, OwnRun run)
    {
        var verdict = VerdictOf(list, run.Classes, obeysRules);
        return verdict.Violations == 0 ? new Measured(run.Elapsed, run.Cpu, verdict) : throw new BenchmarkFailedException($"The judge counts {verdict.Violations} broken rules.");
    }

    private Verdict VerdictOf(BenchList list, int[] classes, bool obeysRules)
    {
        if (_judge is not null)
            return _judge.Of(list.Roster, classes, obeysRules);
        var figures = BalanceFigures.Of(list.List, list.Table, classes);
        var total = figures.Numbers.Single(number => number.Name == "total");
        return new Verdict(figures.Excess.ToDouble(), figures.Numbers.Where(number => number.Name.StartsWith("score", StringComparison.Ordinal)).Max(number => number.MeanRange).ToDouble() / 10,
            total.Distance.ToDouble(), Violations: 0);
    }

    private static (T Result, TimeSpan Time) Timed<T>(Func<T> run)
    {
        var clock = Stopwatch.StartNew();
        var result = run();
        return (result, clock.Elapsed);
    }
}
