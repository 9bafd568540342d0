namespace Enrollment.Domain.Admission.Coordination;

/// <summary>A placement in the making: who sits where so far, and the prices that prove it cheapest for those who sit.</summary>
internal sealed class WorkingPlacement(CoordinationProblem problem)
{
    private readonly int[][] _seated = [.. problem.Children.Select(_ => new int[problem.Seats.Count])];

    public Walk[][] Walks { get; } = [.. problem.Meters.Select(Walk.Ordered)];

    /// <summary>For each area, children without a seat.</summary>
    public int[] Waiting { get; } = [.. problem.Children];

    /// <summary>For each school, seats without a child.</summary>
    public int[] Free { get; } = [.. problem.Seats];

    /// <summary>For each school, the areas with children there, in no order that matters.</summary>
    public List<int>[] AreasAt { get; } = [.. problem.Seats.Select(_ => new List<int>())];

    public long[] AreaPrices { get; } = new long[problem.Children.Count];

    public long[] SchoolPrices { get; } = new long[problem.Seats.Count];

    public int Areas => Walks.Length;

    public int Schools => Free.Length;

    public int Seated(int area, int school) => _seated[area][school];

    public void Seat(int area, int school, int children)
    {
        if (_seated[area][school] == 0)
            AreasAt[school].Add(area);
        _seated[area][school] += children;
        Waiting[area] -= children;
        Free[school] -= children;
    }

    public void Unseat(int area, int school, int children)
    {
        _seated[area][school] -= children;
        if (_seated[area][school] == 0)
            AreasAt[school].Remove(area);
        Waiting[area] += children;
        Free[school] += children;
    }

    /// <summary>The least of walk plus price; 0 where every school is barred.</summary>
    public long PriceOf(int area)
    {
        var least = long.MaxValue;
        foreach (var (meters, school) in Walks[area])
        {
            if (meters >= least)
                break;
            least = Math.Min(least, meters + SchoolPrices[school]);
        }
        return least is long.MaxValue ? 0 : least;
    }

    public CoordinationFlow ToFlow() => new(
        [.. from area in Enumerable.Range(0, Areas)
            from school in Enumerable.Range(0, Schools)
            where _seated[area][school] > 0
            select new CoordinationShare(area, school, _seated[area][school])]);

    public long TotalMeters() => Walks.Select((walks, area) => walks.Sum(walk => (long)walk.Meters * _seated[area][walk.School])).Sum();
}
