namespace Enrollment.Domain.Placement.Checks;

/// <summary>
/// Pupils with special needs and no other rule, counted instead of tried: in each group between so many and so many of the places left can go to boys,
/// and so many groups get one place more.
/// </summary>
internal sealed class LoosePlaces(int extras)
{
    private int _fewest, _most;
    private int _forEither, _forBoys, _forGirls, _forExactMix;

    /// <summary>One more group with so many places and seats; false when the places are more than the seats.</summary>
    public bool Add(int places, int boysSeats, int girlsSeats, bool isExtraTaken)
    {
        if (places > boysSeats + girlsSeats)
            return false;
        _fewest += Math.Max(0, places - girlsSeats);
        _most += Math.Min(places, boysSeats);
        if (isExtraTaken || places + 1 > boysSeats + girlsSeats)
            return true;
        switch (boysSeats > places, girlsSeats > places)
        {
            case (true, true):
                _forEither++;
                break;
            case (true, false):
                _forBoys++;
                break;
            case (false, true):
                _forGirls++;
                break;
            default:
                // Every seat of one sex is a place already, and one more is left: it raises the fewest boys and not the most.
                _forExactMix++;
                break;
        }
        return true;
    }

    /// <summary>Can exactly so many boys take places, and girls the others?</summary>
    public bool CanSeat(int boys)
    {
        // An extra place either sex can take is never worse than another; one that narrows the range is the last resort.
        var either = Math.Min(_forEither, extras);
        var rest = extras - either;
        var exact = Math.Max(0, rest - _forBoys - _forGirls);
        if (exact > _forExactMix)
            return false;
        for (var forBoys = Math.Max(0, rest - exact - _forGirls); forBoys <= Math.Min(_forBoys, rest - exact); forBoys++)
        {
            if (_fewest + forBoys + exact <= boys && boys <= _most + forBoys + either)
                return true;
        }
        return false;
    }
}
