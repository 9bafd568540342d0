using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Admission;

/// <summary>六年一个学位 in a round (R6): asked when the list is made, claimed when the offer is made. Of several homes of a family a free one counts.</summary>
internal sealed class HomeClaims(PlaceLocks locks, DistrictSupplies supplies, Policies policies)
{
    /// <summary>What binds the home of a candidate; null where policy, school or home ask for none.</summary>
    public async Task<CandidateHome?> LookAsync(Application application, Candidate candidate, CancellationToken cancellationToken)
    {
        if (PolicyOf(application) is not { } policy)
            return null;
        var zones = new[] { candidate.Zones.Single, candidate.Zones.Multi };
        var served = supplies.Supply.ZonesOf(application.Form.IntakeYear).Where(zone => zones.Contains(zone.Code)).SelectMany(zone => zone.Schools).ToHashSet();
        var bound = supplies.Supply.SchoolsOf(application.Form.IntakeYear).Where(school => served.Contains(school.Code) && Binds(policy, school)).ToList();
        CandidateHome? first = null;
        foreach (var home in bound.Count == 0 ? [] : HomesOf(application))
        {
            var outcomes = await locks.LookAsync([.. bound.Select(school => ClaimOf(application, home, school))], policy, cancellationToken);
            if (outcomes.All(outcome => outcome is HomeClaimOutcome.Granted { IsBound: false }))
                return null;
            var householder = policy.Numbers.SameHouseholderExempt ? home.Householder : application.Id.Value;
            var found = new CandidateHome(home.Unit.Value, householder, [.. bound.Zip(outcomes).Where(pair => pair.Second is HomeClaimOutcome.Refused).Select(pair => pair.First.Code)])
            {
                BoundAt = [.. bound.Select(school => school.Code)],
            };
            if (found.LockedAt.Count == 0)
                return found;
            first ??= found;
        }
        return first;
    }

    /// <summary>Whether a place by the home at this school has to be claimed at all.</summary>
    public bool AreAskedFor(Application application, SchoolCode school) =>
        PolicyOf(application) is { } policy && Binds(policy, SchoolOf(application, school)) && HomesOf(application).Count > 0;

    /// <summary>Claims a home for a place at a school where that is asked for.</summary>
    public async Task<HomeClaimOutcome> ClaimAsync(Application application, SchoolCode school, CancellationToken cancellationToken)
    {
        var policy = PolicyOf(application) ?? throw new InvalidOperationException("The policy does not bind homes.");
        HomeClaimOutcome? outcome = null;
        foreach (var home in HomesOf(application))
        {
            outcome = await locks.ClaimAsync(ClaimOf(application, home, SchoolOf(application, school)), policy, cancellationToken);
            if (outcome is HomeClaimOutcome.Granted)
                break;
        }
        return outcome ?? throw new InvalidOperationException("No home is asked for.");
    }

    /// <summary>Lets go of what an application claimed and got no place for. Doing it again is no fault.</summary>
    public Task ReleaseAsync(ApplicationId application, CancellationToken cancellationToken) =>
        locks.ReleaseAsync(application, PlaceReleaseReason.NotTakenUp, cancellationToken);

    private IReadOnlyList<FamilyHome> HomesOf(Application application) => FamilyHome.Of(application, policies.Of(application.PolicyId));

    private PlaceLockPolicy? PolicyOf(Application application) =>
        policies.Of(application.PolicyId).Rules.FirstOrDefault(rule => rule.Id is RuleId.R6) is { Parameters: PlaceLockParameters numbers } ? new PlaceLockPolicy(numbers) : null;

    private RoundSchool SchoolOf(Application application, SchoolCode code) => supplies.Supply.SchoolsOf(application.Form.IntakeYear).First(school => school.Code == code);

    private static bool Binds(PlaceLockPolicy policy, RoundSchool school) => policy.Binds(school.Authority is SchoolAuthority.Municipal, school.IsTight);

    private static HomeClaim ClaimOf(Application application, FamilyHome home, RoundSchool school) => new(application.Id, home.Unit, home.AcquiredDate, home.SettledDate,
        home.Householder, school.Code, school.Authority is SchoolAuthority.Municipal, school.IsTight);
}
