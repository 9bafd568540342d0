using Google.OrTools.Sat;

namespace Enrollment.Benchmarks.Placement;

/// <summary>OR-Tools CP-SAT on the same objective: the peer that can prove an optimum, where lists are small.</summary>
internal static class ConstraintSolver
{
    // Feature values times this are whole numbers in the model.
    private const int Scale = 32;

    /// <summary>Its native library is not there on every machine.</summary>
    public static bool IsThere
    {
        get
        {
            try
            {
                return new CpSolver().Solve(new CpModel()) is CpSolverStatus.Optimal;
            }
            catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
            {
                return false;
            }
        }
    }

    public static (int[] Classes, string Status)? Solve(BenchList list, ScoreMatrix scores, int[] lot, TimeSpan time)
    {
        var model = new CpModel();
        var isIn = new BoolVar[scores.Pupils, scores.Classes];
        for (var i = 0; i < scores.Pupils; i++)
        {
            for (var c = 0; c < scores.Classes; c++)
                isIn[i, c] = model.NewBoolVar("");
            model.AddExactlyOne(Enumerable.Range(0, scores.Classes).Select(c => isIn[i, c]));
        }
        for (var c = 0; c < scores.Classes; c++)
            Quotas(model, list, isIn, lot, c);
        model.Minimize(LinearExpr.Sum(Enumerable.Range(0, scores.Features).SelectMany(f => Enumerable.Range(0, scores.Classes).Select(c => Square(model, scores, isIn, f, c)))));
        var solver = new CpSolver { StringParameters = FormattableString.Invariant($"max_time_in_seconds:{time.TotalSeconds} num_search_workers:2 random_seed:1") };
        var status = solver.Solve(model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? ([.. Enumerable.Range(0, scores.Pupils).Select(i => 1 + Enumerable.Range(0, scores.Classes).First(c => solver.BooleanValue(isIn[i, c])))], status.ToString())
            : null;
    }

    /// <summary>Each class has as many boys and girls, with and without special needs, as the lot gave it.</summary>
    private static void Quotas(CpModel model, BenchList list, BoolVar[,] isIn, int[] lot, int c)
    {
        foreach (var kind in list.List.Rows.Select((row, i) => (row.Sex, row.SpecialNeeds, Pupil: i)).GroupBy(row => (row.Sex, row.SpecialNeeds)))
            model.Add(LinearExpr.Sum(kind.Select(row => isIn[row.Pupil, c])) == kind.Count(row => lot[row.Pupil] == c + 1));
    }

    private static IntVar Square(CpModel model, ScoreMatrix scores, BoolVar[,] isIn, int feature, int c)
    {
        long[] values = [.. Enumerable.Range(0, scores.Pupils).Select(i => (long)Math.Round(scores[i, feature] * Scale))];
        var most = values.Sum(Math.Abs);
        var sum = model.NewIntVar(-most, most, "");
        model.Add(sum == LinearExpr.WeightedSum(Enumerable.Range(0, scores.Pupils).Select(i => isIn[i, c]), values));
        var square = model.NewIntVar(0, most * most, "");
        model.AddMultiplicationEquality(square, sum, sum);
        return square;
    }
}
