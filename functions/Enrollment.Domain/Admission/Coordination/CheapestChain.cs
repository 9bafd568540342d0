namespace Enrollment.Domain.Admission.Coordination;

/// <summary>
/// Finds the cheapest chain that seats one more child: it takes a seat, whose child moves on to another school, and so on to a free seat.
/// Dijkstra over walks less prices, which are never negative; prices then rise so that the chain costs nothing and stay the least there are.
/// </summary>
internal sealed class CheapestChain(WorkingPlacement placement)
{
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly long[] _costs = [.. placement.Free.Select(_ => long.MaxValue)];
    private readonly int[] _takers = new int[placement.Schools];
    private readonly long[] _departures = [.. placement.Waiting.Select(_ => long.MaxValue)];
    private readonly int[] _leaves = new int[placement.Areas];
    private readonly List<int> _offered = [];
    private readonly List<int> _moved = [];
    private long _bound;

    /// <summary>Seats as many children of an area as one chain can; false when no chain reaches a free seat.</summary>
    public bool Extend(int area)
    {
        Forget();
        Depart(area, cost: 0, school: -1);
        while (_queue.TryDequeue(out var school, out var cost))
        {
            if (cost > _costs[school])
                continue;
            if (placement.Free[school] > 0)
            {
                Raise(cost);
                Shift(area, school);
                return true;
            }
            foreach (var tenant in placement.AreasAt[school])
            {
                if (_departures[tenant] is long.MaxValue)
                    Depart(tenant, cost, school);
            }
        }
        return false;
    }

    private void Forget()
    {
        foreach (var school in _offered)
            _costs[school] = long.MaxValue;
        foreach (var area in _moved)
            _departures[area] = long.MaxValue;
        _offered.Clear();
        _moved.Clear();
        _queue.Clear();
        _bound = long.MaxValue;
    }

    /// <summary>A child of the area looks for a seat elsewhere. What costs as much as a free seat already found need not be looked at.</summary>
    private void Depart(int area, long cost, int school)
    {
        _moved.Add(area);
        _departures[area] = cost;
        _leaves[area] = school;
        var before = cost - placement.AreaPrices[area];
        foreach (var walk in placement.Walks[area])
        {
            if (before + walk.Meters >= _bound)
                return;
            Offer(walk.School, before + walk.Meters + placement.SchoolPrices[walk.School], area);
        }
    }

    private void Offer(int school, long cost, int taker)
    {
        if (cost >= _bound || cost >= _costs[school])
            return;
        if (_costs[school] is long.MaxValue)
            _offered.Add(school);
        _costs[school] = cost;
        _takers[school] = taker;
        _queue.Enqueue(school, cost);
        if (placement.Free[school] > 0)
            _bound = cost;
    }

    private void Raise(long cost)
    {
        foreach (var school in _offered)
            placement.SchoolPrices[school] += Math.Max(0, cost - _costs[school]);
        foreach (var area in _moved)
            placement.AreaPrices[area] += cost - _departures[area];
    }

    private void Shift(int area, int school)
    {
        var children = Math.Min(placement.Waiting[area], placement.Free[school]);
        for (var taker = _takers[school]; taker != area; taker = _takers[_leaves[taker]])
            children = Math.Min(children, placement.Seated(taker, _leaves[taker]));
        for (var to = school; ;)
        {
            var taker = _takers[to];
            if (taker == area)
            {
                placement.Seat(taker, to, children);
                return;
            }
            placement.Unseat(taker, _leaves[taker], children);
            placement.Seat(taker, to, children);
            to = _leaves[taker];
        }
    }
}
