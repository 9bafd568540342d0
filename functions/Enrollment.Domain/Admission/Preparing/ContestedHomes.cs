using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>
/// Several families of one round want places by one home (R6). One of them may: whose child was settled there first, then whose parent was, then
/// whose ticket is the lowest. A ticket is a keyed hash under a key that chance made for the round: nobody can choose it.
/// </summary>
internal static class ContestedHomes
{
    /// <summary>The candidates who must give way, so that no two families are drawn a place by the same home.</summary>
    public static HashSet<ApplicationId> GivingWay(IEnumerable<Candidate> candidates, Func<ApplicationId, RowCode> ticketOf) =>
    [
        .. candidates.Where(candidate => candidate.IsByHome && candidate.Home!.LockedAt.Count == 0)
            .GroupBy(candidate => candidate.Home!.Home, StringComparer.Ordinal)
            .SelectMany(home =>
            {
                var first = home.OrderBy(candidate => candidate.Settled ?? DateOnly.MaxValue).ThenBy(candidate => candidate.ParentSettled ?? DateOnly.MaxValue)
                    .ThenBy(candidate => ticketOf(candidate.Id)).First();
                return home.Where(candidate => candidate.Home!.Householder != first.Home!.Householder);
            })
            .Select(candidate => candidate.Id),
    ];
}
