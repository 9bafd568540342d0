using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Offers;
using Enrollment.Domain.Applications;

namespace Enrollment.Functions.Admission;

/// <summary>
/// Gives every child what the round's state means for it: its offer once it is published, its loss once it is void. In the list's order and with
/// its progress stored, so that whoever takes over after a crash goes on where the other stopped; what was done already changes nothing.
/// </summary>
internal sealed class DeliverStep(RoundStore rounds, RoundFiles files, DistrictSupplies supplies, OfferWriter offers, RoundsInHand inHand, TimeProvider clock)
{
    private const int PerStep = 128;
    private const int AtOnce = 16;

    public async Task RunAsync(StoredRound round, CancellationToken cancellationToken)
    {
        using var held = inHand.Take(round.Name);
        var places = await PlacesAsync(round.Name, cancellationToken);
        var setup = await files.SetupAsync(round.Name, cancellationToken);
        var calendar = supplies.PolicyOf(round.Name.Year).Calendar;
        Func<Application, SchoolCode, Change?> decide = round.Work is RoundWork.Revoke
            ? (application, _) => OfferDecisions.Revoke(application, round.Name.Round, clock.GetUtcNow())
            : (application, school) => OfferDecisions.Offer(application, school, round.Name.Round, calendar, setup.AnswerWithin, clock.GetUtcNow());
        var current = round;
        while (current.Work is RoundWork.Offer or RoundWork.Revoke && current.Work == round.Work)
        {
            var (from, to) = current.Work is RoundWork.Offer
                ? (current.Delivered, Math.Min(current.Delivered + PerStep, places.Count))
                : (Math.Max(0, current.Delivered - PerStep), Math.Min(current.Delivered + PerStep, places.Count));
            foreach (var some in places.Take(from..to).Chunk(AtOnce))
                await Task.WhenAll(some.Select(place => offers.WriteAsync(place.Application, place.School, decide, cancellationToken)));
            if (await ProgressAsync(current, current.Work is RoundWork.Offer ? to : from, places.Count, cancellationToken) is not { } next)
                return;
            current = next;
        }
    }

    // Null when another host, or a void, was faster: whoever that was goes on.
    private async Task<StoredRound?> ProgressAsync(StoredRound round, int delivered, int all, CancellationToken cancellationToken)
    {
        var isOver = delivered == (round.Work is RoundWork.Offer ? all : 0);
        var kind = round.Work is RoundWork.Offer ? RoundEventKind.OffersMade : RoundEventKind.OffersRevoked;
        var happened = isOver ? new RoundEvent(kind, "service", clock.GetUtcNow(), all.ToString(CultureInfo.InvariantCulture)) : null;
        return await rounds.CommitAsync(round, round with { Delivered = delivered }, happened, cancellationToken) ? await rounds.FindAsync(round.Name, cancellationToken) : null;
    }

    private async Task<List<(ApplicationId Application, SchoolCode School)>> PlacesAsync(RoundName name, CancellationToken cancellationToken)
    {
        var result = await files.ResultAsync(name, await files.ListAsync(name, cancellationToken), cancellationToken);
        var applications = (await files.ChildrenAsync(name, cancellationToken)).ToDictionary(child => child.Ticket, child => ApplicationId.Parse(child.Application), StringComparer.Ordinal);
        return [.. result.Places.Select(place => (applications[place.Ticket.ToString()], place.School!))];
    }
}
