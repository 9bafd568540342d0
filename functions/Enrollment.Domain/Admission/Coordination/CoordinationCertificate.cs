namespace Enrollment.Domain.Admission.Coordination;

/// <summary>Checks an outcome in one pass over the walks, without knowing how it was found.</summary>
public static class CoordinationCertificate
{
    /// <summary>Do these prices prove that this is a placement of every child with the smallest sum of walks? Malformed input is false.</summary>
    public static bool Holds(CoordinationProblem problem, CoordinationFlow flow, CoordinationPrices prices) =>
        IsPlacement(problem, flow) && ArePrices(problem, prices) && AreTight(problem, flow, prices);

    /// <summary>Do these areas and schools prove that this many children cannot be seated? Malformed input is false.</summary>
    public static bool Holds(CoordinationProblem problem, CoordinationOutcome.SeatsShort shortage)
    {
        if (!AreIndexes(shortage.Areas, problem.Children.Count) || !AreIndexes(shortage.Schools, problem.Seats.Count))
            return false;
        var schools = shortage.Schools.ToHashSet();
        var isClosed = shortage.Areas.All(area => Enumerable.Range(0, problem.Seats.Count).All(school => problem.Meters[area][school] is null || schools.Contains(school)));
        return isClosed && shortage.Missing > 0
            && shortage.Areas.Sum(area => (long)problem.Children[area]) - shortage.Schools.Sum(school => (long)problem.Seats[school]) == shortage.Missing;
    }

    /// <summary>Every child of every area sits once, at a school open to it, and no school seats more than it can.</summary>
    private static bool IsPlacement(CoordinationProblem problem, CoordinationFlow flow)
    {
        var waiting = problem.Children.Select(children => (long)children).ToArray();
        var free = problem.Seats.Select(seats => (long)seats).ToArray();
        var pairs = new HashSet<(int, int)>();
        foreach (var (area, school, children) in flow.Shares)
        {
            if (!IsIndex(area, waiting.Length) || !IsIndex(school, free.Length) || children < 1
                || problem.Meters[area][school] is null || !pairs.Add((area, school)))
            {
                return false;
            }
            waiting[area] -= children;
            free[school] -= children;
        }
        return waiting.All(left => left == 0) && free.All(left => left >= 0);
    }

    /// <summary>No walk costs less than its area's price less its school's: nobody could gain by moving to a seat at its price.</summary>
    private static bool ArePrices(CoordinationProblem problem, CoordinationPrices prices) =>
        prices.Areas.Count == problem.Children.Count
        && prices.Schools.Count == problem.Seats.Count
        && prices.Schools.All(price => price >= 0)
        && Enumerable.Range(0, problem.Children.Count).All(area =>
            Enumerable.Range(0, problem.Seats.Count).All(school => problem.Meters[area][school] is null || Reduced(problem, prices, area, school) >= 0));

    /// <summary>Every walk taken costs just its prices, and only a full school has one.</summary>
    private static bool AreTight(CoordinationProblem problem, CoordinationFlow flow, CoordinationPrices prices)
    {
        var free = problem.Seats.ToArray();
        foreach (var (area, school, children) in flow.Shares)
        {
            if (Reduced(problem, prices, area, school) != 0)
                return false;
            free[school] -= children;
        }
        return free.Zip(prices.Schools).All(school => school.First == 0 || school.Second == 0);
    }

    private static Int128 Reduced(CoordinationProblem problem, CoordinationPrices prices, int area, int school) =>
        (Int128)problem.Meters[area][school]!.Value + prices.Schools[school] - prices.Areas[area];

    private static bool AreIndexes(IReadOnlyList<int> indexes, int count) => indexes.All(index => IsIndex(index, count)) && indexes.Distinct().Count() == indexes.Count;

    private static bool IsIndex(int index, int count) => index >= 0 && index < count;
}
