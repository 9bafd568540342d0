using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Domain.Tests.Admission.Coordination;

/// <summary>The slow obvious way: every placement there is, child by child and seat by seat.</summary>
internal static class EveryPlacement
{
    /// <summary>Every way to seat every child; none where seats do not suffice.</summary>
    public static IReadOnlyList<CoordinationFlow> Of(CoordinationProblem problem)
    {
        List<CoordinationFlow> all = [];
        Fill(problem, area: 0, school: 0, left: problem.Children.Count > 0 ? problem.Children[0] : 0, [.. problem.Seats], [], all);
        return all;
    }

    /// <summary>Sorts as the tie-break does: area by area, more children at the shortest walk first, of equal walks at the school named first.</summary>
    public static IEnumerable<int> Preference(CoordinationProblem problem, CoordinationFlow flow) =>
        from area in Enumerable.Range(0, problem.Children.Count)
        from school in Enumerable.Range(0, problem.Seats.Count).OrderBy(school => problem.Meters[area][school] ?? int.MaxValue).ThenBy(school => school)
        select flow.Shares.Where(share => share.Area == area && share.School == school).Sum(share => share.Children);

    /// <summary>The largest shortfall of any set of areas, and the smallest set that has it.</summary>
    public static (long Missing, IReadOnlyList<int> Areas) Shortfall(CoordinationProblem problem)
    {
        var sets = from bits in Enumerable.Range(0, 1 << problem.Children.Count)
                   let areas = Enumerable.Range(0, problem.Children.Count).Where(area => (bits >> area & 1) == 1).ToList()
                   let open = Enumerable.Range(0, problem.Seats.Count).Where(school => areas.Any(area => problem.Meters[area][school] is not null))
                   select (Missing: areas.Sum(area => (long)problem.Children[area]) - open.Sum(school => (long)problem.Seats[school]), Areas: (IReadOnlyList<int>)areas);
        return sets.OrderByDescending(set => set.Missing).ThenBy(set => set.Areas.Count).First();
    }

    private static void Fill(CoordinationProblem problem, int area, int school, int left, int[] free, List<CoordinationShare> shares, List<CoordinationFlow> all)
    {
        if (area == problem.Children.Count)
        {
            all.Add(new CoordinationFlow([.. shares]));
            return;
        }
        if (school == problem.Seats.Count)
        {
            if (left == 0)
                Fill(problem, area + 1, school: 0, area + 1 < problem.Children.Count ? problem.Children[area + 1] : 0, free, shares, all);
            return;
        }
        Fill(problem, area, school + 1, left, free, shares, all);
        for (var children = 1; problem.Meters[area][school] is not null && children <= Math.Min(left, free[school]); children++)
        {
            free[school] -= children;
            shares.Add(new CoordinationShare(area, school, children));
            Fill(problem, area, school + 1, left - children, free, shares, all);
            shares.RemoveAt(shares.Count - 1);
            free[school] += children;
        }
    }
}
