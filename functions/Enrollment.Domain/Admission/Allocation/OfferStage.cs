using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>A stage in which every child is tried at schools of its own: the area school, or ranked ones.</summary>
internal sealed class OfferStage(Round round, int stage, int[] taken, StageOrder order)
{
    private readonly int[][] _wanted = [.. taken.Select(unit => round.Offers.Wanted(stage, round.Units[unit]).Where(s => round.Offers.IsOpen(stage, s)).ToArray())];

    public IEnumerable<CutOff> CarryOut()
    {
        var seats = (int[])round.Left.Clone();
        if (round.Offers.List.Bundles is BundleMode.PreDraw)
            CarryOutByTier();
        else
            Accept([.. Enumerable.Range(0, taken.Length)]);
        return CutOffs(seats);
    }

    /// <summary>
    /// Group and level come before everything else at every school, so a whole tier can be settled before the next; that leaves room to draw
    /// the bundles of each tier ahead of its single children.
    /// </summary>
    private void CarryOutByTier()
    {
        var tiers = Enumerable.Range(0, taken.Length).GroupBy(i => order.Tiers[i]).OrderBy(tier => tier.Key);
        foreach (var tier in tiers)
        {
            var isBundle = tier.ToLookup(i => round.Units.SizeOf(taken[i]) > 1);
            foreach (var i in isBundle[true].OrderBy(i => round.Lots[taken[i]]))
                PlaceBundle(i);
            Accept([.. isBundle[false]]);
        }
    }

    private void PlaceBundle(int i)
    {
        foreach (var school in _wanted[i])
        {
            if (round.Left[school] >= round.Units.SizeOf(taken[i]))
            {
                round.Place(taken[i], school, stage);
                return;
            }
        }
    }

    private void Accept(int[] applicants)
    {
        var start = new int[applicants.Length + 1];
        for (var a = 0; a < applicants.Length; a++)
            start[a + 1] = start[a] + _wanted[applicants[a]].Length;
        var market = new Market(
            start,
            [.. applicants.SelectMany(i => _wanted[i])],
            [.. applicants.Select(i => round.Units.SizeOf(taken[i]))],
            [.. applicants.Select(i => order.At(i, byDate: false))],
            [.. applicants.Select(i => order.At(i, byDate: true))],
            round.Left,
            [.. Enumerable.Range(0, round.Left.Length).Select(s => round.Offers.ByDate(stage, s))]);
        var schools = DeferredAcceptance.Match(market);
        for (var a = 0; a < applicants.Length; a++)
        {
            if (schools[a] >= 0)
                round.Place(taken[applicants[a]], schools[a], stage);
        }
    }

    private IEnumerable<CutOff> CutOffs(int[] seats)
    {
        var (wanted, admitted, last) = (new int[seats.Length], new int[seats.Length], new int[seats.Length]);
        Array.Fill(last, -1);
        for (var i = 0; i < taken.Length; i++)
        {
            var (unit, size) = (taken[i], round.Units.SizeOf(taken[i]));
            foreach (var school in _wanted[i])
            {
                wanted[school] += size;
                if (round.SchoolOf(unit) != school)
                    continue;
                admitted[school] += size;
                var isByDate = round.Offers.ByDate(stage, school);
                if (last[school] < 0 || order.At(i, isByDate) > order.At(last[school], isByDate))
                    last[school] = i;
                break;
            }
        }
        for (var s = 0; s < seats.Length; s++)
        {
            if (wanted[s] == 0)
                continue;
            yield return new CutOff(round.Offers.List.Stages[stage].Code, round.Offers.List.Schools[s].Code, seats[s], wanted[s], admitted[s],
                wanted[s] > admitted[s] && last[s] >= 0 ? round.TicketOf(taken[last[s]]) : null);
        }
    }
}
