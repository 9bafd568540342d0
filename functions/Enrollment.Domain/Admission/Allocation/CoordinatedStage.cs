using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>A stage that gives its groups, one after the other, the places left so that each group walks as little as can be.</summary>
internal sealed class CoordinatedStage(Round round, int stage, int[] taken, StageOrder order)
{
    private readonly bool _isForEverybody = OfferCheck.IsForEverybody(round.Offers.List.Stages[stage]);
    private readonly int[] _given = new int[round.Left.Length];

    public IEnumerable<CutOff> CarryOut()
    {
        var seats = (int[])round.Left.Clone();
        var groups = Enumerable.Range(0, taken.Length).GroupBy(i => round.Offers.GroupIn(stage, round.Units[taken[i]])!.Value).OrderBy(group => group.Key);
        foreach (var group in groups)
        {
            var isBundle = group.OrderBy(i => order.Tiers[i]).ThenBy(i => round.Lots[taken[i]]).Select(i => taken[i]).ToLookup(unit => round.Units.SizeOf(unit) > 1);
            foreach (var bundle in isBundle[true])
                PlaceBundle(bundle);
            PlaceSingles([.. isBundle[false]]);
        }
        return [.. Enumerable.Range(0, seats.Length).Where(s => _given[s] > 0).Select(s =>
            new CutOff(round.Offers.List.Stages[stage].Code, round.Offers.List.Schools[s].Code, seats[s], _given[s], _given[s], Last: null))];
    }

    private void Place(int unit, int school)
    {
        _given[school] += round.Units.SizeOf(unit);
        round.Place(unit, school, stage);
    }

    /// <summary>Nearest school with room for all; where nobody is to be left, else the nearest with any room, the others above its plan.</summary>
    private void PlaceBundle(int unit)
    {
        if ((Nearest(unit, round.Units.SizeOf(unit)) ?? (_isForEverybody ? Nearest(unit, 1) : null)) is { } school)
            Place(unit, school);
    }

    private int? Nearest(int unit, int room)
    {
        int? nearest = null;
        foreach (var school in round.TieOrder)
        {
            if (round.Offers.IsOpen(stage, school) && round.Left[school] >= room
                && (nearest is null || round.Offers.Meters(round.Units[unit], school) < round.Offers.Meters(round.Units[unit], nearest.Value)))
            {
                nearest = school;
            }
        }
        return nearest;
    }

    /// <param name="units">In order of level and lot: when places are short, those in front take part.</param>
    private void PlaceSingles(int[] units)
    {
        int[] schools = [.. round.TieOrder.Where(s => round.Offers.IsOpen(stage, s) && round.Left[s] > 0)];
        var places = Math.Min(units.Length, (int)Math.Min(units.Length, schools.Sum(s => (long)round.Left[s])));
        if (places == 0)
            return;
        // An area comes where its first child comes: so the lot breaks ties of walks, and no area's number.
        var areas = units.Take(places).GroupBy(unit => round.Offers.AreaOf(round.Units[unit])).ToArray();
        var flow = ShortestWalks.Of(
            [.. areas.Select(area => area.Count())],
            [.. schools.Select(s => round.Left[s])],
            [.. areas.Select(area => schools.Select(s => (int?)round.Offers.Meters(round.Units[area.First()], s)).ToArray())]);
        for (var a = 0; a < areas.Length; a++)
            PlaceArea([.. areas[a]], schools, flow[a]);
    }

    /// <summary>Inside an area whoever comes first in order gets the nearest of the schools that its children are given.</summary>
    private void PlaceArea(int[] units, int[] schools, int[] shares)
    {
        var next = 0;
        foreach (var s in Enumerable.Range(0, schools.Length).Where(s => shares[s] > 0).OrderBy(s => round.Offers.Meters(round.Units[units[0]], schools[s])))
        {
            for (var share = shares[s]; share > 0; share--)
                Place(units[next++], schools[s]);
        }
    }
}
