namespace Enrollment.Domain.Placement.Checks;

/// <summary>What is left in every group while blocks are seated.</summary>
internal sealed class GroupSeats
{
    private readonly int[] _boys, _girls, _special, _blocks;
    private readonly HashSet<(int Set, int Group)> _held = [];
    private readonly int _extraSpecial;
    private int _extrasTaken;

    public GroupSeats(FeasibilityProblem problem)
    {
        (_boys, _girls, _special) = ([.. problem.Boys], [.. problem.Girls], [.. problem.Special]);
        _blocks = new int[problem.Groups];
        _extraSpecial = problem.ExtraSpecial;
    }

    public bool IsUntouched(int group) => _blocks[group] == 0;

    /// <summary>Untouched groups of one kind are as good as each other.</summary>
    public (int Boys, int Girls, int Special) KindOf(int group) => (_boys[group], _girls[group], _special[group]);

    /// <summary>How much room there is for more of the same.</summary>
    public int RoomFor(Together block, int group) =>
        block.Demand.SpecialNeeds > 0 ? _special[group] : block.Demand.Boys >= block.Demand.Girls ? _boys[group] : _girls[group];

    public bool Fits(Together block, int group)
    {
        if (_boys[group] < block.Demand.Boys || _girls[group] < block.Demand.Girls)
            return false;
        if (block.Demand.SpecialNeeds > 0 && _special[group] + (_special[group] >= 0 && _extrasTaken < _extraSpecial ? 1 : 0) < block.Demand.SpecialNeeds)
            return false;
        foreach (var set in block.Sets)
        {
            if (_held.Contains((set, group)))
                return false;
        }
        return true;
    }

    public void Seat(Together block, int group) => Change(block, group, 1);

    public void Unseat(Together block, int group) => Change(block, group, -1);

    /// <summary>Can the other pupils with special needs take exactly the places left, each on a seat of their sex?</summary>
    public bool TakesTheRest(int specialBoys)
    {
        var counts = new LoosePlaces(_extraSpecial - _extrasTaken);
        for (var g = 0; g < _special.Length; g++)
        {
            if (!counts.Add(Math.Max(0, _special[g]), _boys[g], _girls[g], isExtraTaken: _special[g] < 0))
                return false;
        }
        return counts.CanSeat(specialBoys);
    }

    private void Change(Together block, int group, int sign)
    {
        _boys[group] -= sign * block.Demand.Boys;
        _girls[group] -= sign * block.Demand.Girls;
        _extrasTaken -= _special[group] < 0 ? 1 : 0;
        _special[group] -= sign * block.Demand.SpecialNeeds;
        _extrasTaken += _special[group] < 0 ? 1 : 0;
        _blocks[group] += sign;
        foreach (var set in block.Sets)
        {
            if (sign > 0)
                _held.Add((set, group));
            else
                _held.Remove((set, group));
        }
    }
}
