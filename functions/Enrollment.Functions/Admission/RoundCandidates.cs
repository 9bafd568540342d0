using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Placement;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Admission;

/// <summary>What a round's order asks about each child: its home, its brothers and sisters, and what the registers confirmed.</summary>
internal sealed class RoundCandidates(DistrictSupplies supplies, Policies policies, RoundFamilies families, HomeClaims homes)
{
    private const int AtOnce = 16;

    /// <summary>The list they make with the year's supply.</summary>
    public PreparedRound List(RoundSetup setup, IReadOnlyDictionary<SchoolCode, int> taken, IReadOnlyList<Candidate> candidates, Func<ApplicationId, RowCode> ticketOf) =>
        PrepareRound.From(setup, supplies.PolicyOf(setup.Year).Id, supplies.Supply, supplies.Walks, taken, candidates, ticketOf);

    public async Task<IReadOnlyList<Candidate>> OfAsync(RoundSetup setup, IReadOnlyList<Application> applications, CancellationToken cancellationToken)
    {
        var (zones, asked) = (supplies.ZonesOf(setup.Year), setup.RulesAsked());
        var family = await families.OfAsync(applications, cancellationToken);
        var candidates = new List<Candidate>();
        foreach (var some in applications.Chunk(AtOnce))
        {
            candidates.AddRange(await Task.WhenAll(some.Select(async application =>
            {
                var candidate = Candidate.Of(application, zones) with
                {
                    Family = family.GetValueOrDefault(application.Id),
                    Satisfied = SubOrders.Satisfied(application, policies.Of(application.PolicyId), asked),
                };
                return candidate with { Home = await homes.LookAsync(application, candidate, cancellationToken) };
            })));
        }
        return candidates;
    }
}
