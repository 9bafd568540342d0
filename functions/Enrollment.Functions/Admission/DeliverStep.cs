using System.Globalization;

namespace Enrollment.Functions.Admission;

/// <summary>
/// Gives every child what the round's state means for it: its offer once it is published, its loss once it is void. In the list's order and with
/// its progress stored, so that whoever takes over after a crash goes on where the other stopped; what was done already changes nothing.
/// </summary>
internal sealed class DeliverStep(RoundStore rounds, RoundOffers offers, OfferWriter writer, TimeProvider clock)
{
    private const int PerStep = 128;

    public async Task RunAsync(StoredRound round, CancellationToken cancellationToken)
    {
        var (places, decide) = await offers.OfAsync(round, cancellationToken);
        var current = round;
        while (current.Work is RoundWork.Offer or RoundWork.Revoke && current.Work == round.Work)
        {
            var (from, to) = current.Work is RoundWork.Offer
                ? (current.Delivered, Math.Min(current.Delivered + PerStep, places.Count))
                : (Math.Max(0, current.Delivered - PerStep), Math.Min(current.Delivered + PerStep, places.Count));
            await writer.WriteAsync([.. places.Take(from..to)], decide, cancellationToken);
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
}
