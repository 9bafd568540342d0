using System.Numerics;

namespace Enrollment.Domain.Admission.Coordination;

/// <summary>
/// The tie-break: of all placements the prices prove cheapest, the one that gives the first area its shortest walks, as many as can be,
/// then the second area, and so on. Each step is a ring of moves that leaves the sum as it is and earlier areas where they are.
/// </summary>
internal sealed class FirstAmongEquals
{
    private const int Bits = 64;
    private readonly WorkingPlacement _placement;
    private readonly ulong[][] _equals;
    private readonly ulong[] _seen;
    private readonly int[] _takers;
    private readonly int[] _leaves;
    private readonly bool[] _moved;
    private readonly Queue<int> _queue = new();

    private FirstAmongEquals(WorkingPlacement placement)
    {
        _placement = placement;
        _seen = new ulong[(placement.Schools + Bits - 1) / Bits];
        _takers = new int[placement.Schools];
        _leaves = new int[placement.Areas + 1];
        _moved = new bool[placement.Areas + 1];
        // What stays free moves too, like the children of an area after the last one, among schools of price 0.
        _equals =
        [
            .. Enumerable.Range(0, placement.Areas).Select(area => Set(placement.Walks[area].Where(walk => IsEqual(area, walk)).Select(walk => walk.School))),
            Set(Enumerable.Range(0, placement.Schools).Where(school => placement.SchoolPrices[school] == 0)),
        ];
    }

    private int FreeSeats => _placement.Areas;

    public static void Settle(WorkingPlacement placement)
    {
        var ties = new FirstAmongEquals(placement);
        for (var area = 0; area < placement.Areas; area++)
            ties.Settle(area);
    }

    private bool IsEqual(int area, Walk walk) => walk.Meters + _placement.SchoolPrices[walk.School] == _placement.AreaPrices[area];

    private ulong[] Set(IEnumerable<int> schools)
    {
        var set = new ulong[_seen.Length];
        foreach (var school in schools)
            set[school / Bits] |= 1UL << school;
        return set;
    }

    private void Settle(int area)
    {
        int[] schools = [.. _placement.Walks[area].Where(walk => IsEqual(area, walk)).Select(walk => walk.School)];
        var later = Set(schools.Where(school => _placement.Seated(area, school) > 0));
        foreach (var school in schools)
        {
            later[school / Bits] &= ~(1UL << school);
            while (later.Any(word => word != 0) && FindRing(area, school, later) is { } left)
            {
                Turn(area, school, left);
                if (_placement.Seated(area, left) == 0)
                    later[left / Bits] &= ~(1UL << left);
            }
        }
    }

    /// <summary>From the school wanted, over areas not yet settled, to one the area could leave for it.</summary>
    private int? FindRing(int area, int school, ulong[] later)
    {
        Array.Clear(_seen);
        Array.Clear(_moved);
        _queue.Clear();
        _seen[school / Bits] |= 1UL << school;
        _queue.Enqueue(school);
        while (_queue.TryDequeue(out var full))
        {
            foreach (var tenant in _placement.Free[full] > 0 ? _placement.AreasAt[full].Append(FreeSeats) : _placement.AreasAt[full])
            {
                if (tenant <= area || _moved[tenant])
                    continue;
                _moved[tenant] = true;
                _leaves[tenant] = full;
                if (Follow(tenant, later) is { } left)
                    return left;
            }
        }
        return null;
    }

    private int? Follow(int tenant, ulong[] later)
    {
        for (var word = 0; word < _seen.Length; word++)
        {
            for (var fresh = _equals[tenant][word] & ~_seen[word]; fresh != 0; fresh &= fresh - 1)
            {
                var school = word * Bits + BitOperations.TrailingZeroCount(fresh);
                _takers[school] = tenant;
                if ((later[word] >> school & 1) != 0)
                    return school;
                _queue.Enqueue(school);
            }
            _seen[word] |= _equals[tenant][word];
        }
        return null;
    }

    private void Turn(int area, int school, int left)
    {
        var children = _placement.Seated(area, left);
        for (var to = left; to != school; to = _leaves[_takers[to]])
            children = Math.Min(children, SeatedOrFree(_takers[to], _leaves[_takers[to]]));
        Move(area, left, school, children);
        for (var to = left; to != school; to = _leaves[_takers[to]])
            Move(_takers[to], _leaves[_takers[to]], to, children);
    }

    private int SeatedOrFree(int tenant, int school) => tenant == FreeSeats ? _placement.Free[school] : _placement.Seated(tenant, school);

    // Free seats move by themselves: they are what seats are left.
    private void Move(int tenant, int from, int to, int children)
    {
        if (tenant == FreeSeats)
            return;
        _placement.Unseat(tenant, from, children);
        _placement.Seat(tenant, to, children);
    }
}
