namespace Enrollment.Domain.Admission.Allocation;

/// <summary>
/// Student-proposing deferred acceptance (Gale and Shapley 1962) with a priority at every school: nobody loses a place to somebody later in
/// order, and no such outcome is better for any child. Which applicant is tried first changes nothing.
/// </summary>
public static class DeferredAcceptance
{
    /// <summary>The school of each applicant, -1 for none.</summary>
    public static int[] Match(Market market)
    {
        var applicants = market.Start.Length - 1;
        var held = new HeldApplicants[market.Seats.Length];
        var next = new int[applicants];
        Array.Copy(market.Start, next, applicants);
        var free = new Stack<int>();
        for (var a = 0; a < applicants; a++)
        {
            for (var current = a; ;)
            {
                Propose(market, held, next, free, current);
                if (!free.TryPop(out current))
                    break;
            }
        }
        var schools = new int[applicants];
        for (var a = 0; a < applicants; a++)
            schools[a] = next[a] > market.Start[a] && next[a] <= market.Start[a + 1] ? market.Wanted[next[a] - 1] : -1;
        return schools;
    }

    private static void Propose(Market market, HeldApplicants[] held, int[] next, Stack<int> free, int applicant)
    {
        while (next[applicant] < market.Start[applicant + 1])
        {
            var school = market.Wanted[next[applicant]++];
            var key = market.IsByDate[school] ? market.ByDate[applicant] : market.ByLot[applicant];
            if (held[school].IsClosedTo(key, market.Seats[school]))
                continue;
            held[school].Add(key, applicant, market.Weights[applicant]);
            while (held[school].TryRemoveLast(market.Seats[school], market.Weights, out var last))
                free.Push(last);
            return;
        }
        // Nothing left to try: one past the end tells it from a place at the last school.
        next[applicant] = market.Start[applicant + 1] + 1;
    }
}

/// <summary>A market: who wants which schools, and who stands where in their order.</summary>
/// <param name="Start">For each applicant where its schools begin in <paramref name="Wanted"/>; one more for the end.</param>
/// <param name="Wanted">The schools wanted, best first, applicant after applicant.</param>
/// <param name="Weights">For each applicant how many places it takes.</param>
/// <param name="ByLot">For each applicant its position at schools that decide by lot; all different.</param>
/// <param name="ByDate">Likewise at schools that decide by date.</param>
/// <param name="Seats">For each school its places.</param>
/// <param name="IsByDate">For each school whether it decides by date.</param>
public sealed record Market(int[] Start, int[] Wanted, int[] Weights, long[] ByLot, long[] ByDate, int[] Seats, bool[] IsByDate);
