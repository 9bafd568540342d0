using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>Makes a round's list of a year's supply and candidates: nothing of a person is left in it, and nothing is guessed.</summary>
public static class PrepareRound
{
    /// <summary>Prepares.</summary>
    /// <param name="setup">The published order.</param>
    /// <param name="policyId">The policy the categories were established by.</param>
    /// <param name="supply">Schools and zones.</param>
    /// <param name="walks">Distances from each zone to each school.</param>
    /// <param name="taken">Places that earlier rounds of the year have given and nobody gave back.</param>
    /// <param name="candidates">In any order.</param>
    /// <param name="ticketOf">What stands for an application in this round.</param>
    public static PreparedRound From(RoundSetup setup, string policyId, DistrictSupply supply, WalkTable walks, IReadOnlyDictionary<SchoolCode, int> taken,
        IReadOnlyList<Candidate> candidates, Func<ApplicationId, RowCode> ticketOf)
    {
        var header = Header(setup, policyId, supply, walks, taken);
        var rows = new CandidateRows(setup, header, ticketOf).Of(candidates);
        return new PreparedRound(header with { Rows = [.. rows.Rows.OrderBy(row => row.Ticket)] },
            [.. candidates.Select(candidate => new RoundChild(ticketOf(candidate.Id), candidate.Id)).OrderBy(child => child.Ticket)], rows.Attentions);
    }

    private static AdmissionList Header(RoundSetup setup, string policyId, DistrictSupply supply, WalkTable walks, IReadOnlyDictionary<SchoolCode, int> taken)
    {
        var schools = supply.SchoolsOf(setup.Year).Select(school => school with { Plan = Math.Max(0, school.Plan - taken.GetValueOrDefault(school.Code)) }).ToList();
        var zones = supply.ZonesOf(setup.Year);
        // A zone is a home area: many homes share it, and its walks are published anyway.
        HomeArea[] areas = [.. zones.Select((zone, place) => new HomeArea(place + 1, [.. schools.Select(school => walks.Meters(zone.Code, school.Code))]))];
        // Codes of a list have no dot; a policy's version is set off by one.
        return new AdmissionList(setup.Round, setup.Year, policyId.Replace('.', '-'), setup.Bundles, RestRule.Nobody, schools, zones, areas,
            [.. setup.Groups.Select(SubOrders.InList)], setup.Stages, []);
    }
}
