using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Domain.Tests.Admission.Coordination;

/// <summary>How many children can be seated, whatever they walk: each child asks, and whoever sits there asks on (Kuhn 1955).</summary>
internal static class OneByOne
{
    public static int Seats(CoordinationProblem problem)
    {
        int[] children = [.. problem.Children.SelectMany((count, area) => Enumerable.Repeat(area, count))];
        int[] seats = [.. problem.Seats.SelectMany((count, school) => Enumerable.Repeat(school, count))];
        var sits = seats.Select(_ => -1).ToArray();
        return Enumerable.Range(0, children.Length).Count(child => Ask(problem, children, seats, sits, child, new bool[seats.Length]));
    }

    private static bool Ask(CoordinationProblem problem, int[] children, int[] seats, int[] sits, int child, bool[] asked)
    {
        for (var seat = 0; seat < seats.Length; seat++)
        {
            if (asked[seat] || problem.Meters[children[child]][seats[seat]] is null)
                continue;
            asked[seat] = true;
            if (sits[seat] >= 0 && !Ask(problem, children, seats, sits, sits[seat], asked))
                continue;
            sits[seat] = child;
            return true;
        }
        return false;
    }
}
