using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Offers;
using Enrollment.Domain.Applications;

namespace Enrollment.Functions.Admission;

/// <summary>What a round says to each child, in the list's order: an offer once it is published, the loss of it once it is void.</summary>
internal sealed class RoundOffers(RoundFiles files, DrawnRounds drawn, DistrictSupplies supplies, TimeProvider clock)
{
    public async Task<RoundWord> OfAsync(StoredRound round, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(round.Name, cancellationToken);
        if (round.Work is RoundWork.Revoke)
            return new RoundWord(places, (application, _) => OfferDecisions.Revoke(application, round.Name.Round, clock.GetUtcNow()));
        var setup = await files.SetupAsync(round, cancellationToken);
        var calendar = supplies.PolicyOf(round.Name.Year).Calendar;
        return new RoundWord(places,
            (application, place) => OfferDecisions.Offer(application, place.School, round.Name.Round, calendar, setup.AnswerWithin, clock.GetUtcNow()));
    }

    private async Task<List<RoundPlace>> PlacesAsync(RoundName name, CancellationToken cancellationToken)
    {
        var result = await drawn.OfAsync(name, cancellationToken);
        var byHome = result.List.Stages.Where(stage => stage.Kind is StageKind.AreaSchool or StageKind.ZoneChoices).Select(stage => stage.Code).ToHashSet(StringComparer.Ordinal);
        var applications = (await files.ChildrenAsync(name, cancellationToken)).ToDictionary(child => child.Ticket, child => ApplicationId.Parse(child.Application), StringComparer.Ordinal);
        return [.. result.Places.Select(place => new RoundPlace(applications[place.Ticket.ToString()], place.School!, byHome.Contains(place.Stage!)))];
    }
}

/// <summary>A child's place.</summary>
/// <param name="Application">Whose.</param>
/// <param name="School">Where.</param>
/// <param name="IsByHome">Given because the home lies in the school's zone: then the home is claimed (R6).</param>
internal sealed record RoundPlace(ApplicationId Application, SchoolCode School, bool IsByHome);

/// <summary>The places of a round, and what their children are told.</summary>
internal sealed record RoundWord(IReadOnlyList<RoundPlace> Places, Func<Application, RoundPlace, Change?> Decide);
