using Enrollment.Domain;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>A pupil who comes after the draw, approved by the bureau: placed by the next link of the late chain (DOMAIN.md 3.3 B9).</summary>
internal sealed class PlaceLateJoiner(CeremonyActions ceremony, PlacementStore placements, PublishedPlacement published)
{
    private const int MaxBytes = 4096;
    private const int LongestTicket = 40;

    [Function(nameof(PlaceLateJoiner))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route + "/{run}/late-joiners")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => PlaceAsync(request, code, run, cancellationToken));

    private async Task<IResult> PlaceAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var (staff, placement, refusal) = await ceremony.FindAsync(request, code, run, bureauOnly: true, cancellationToken);
        if (refusal is not null)
            return refusal;
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        var body = ((JsonRead<Body>.Read)read).Value;
        if (body.Faults() is { Count: > 0 } faults)
            return Problems.Of(request, faults);
        if (placement!.Ceremony.State is not CeremonyState.Published { Commitments: var commitments })
            return Problems.Of(request, placement.Ceremony.State is CeremonyState.Voided ? FaultCode.DrawIsVoid : FaultCode.DrawNotDrawn);
        var before = await placements.LateJoinersAsync(placement, cancellationToken);
        var row = PreparePlacement.RowOf(body.TicketId!, placement.Secrets);
        var link = body.ToLink();
        if (before.Any(joiner => joiner.Row == row && joiner.Link == link))
            return await ceremony.AnswerAsync(request, placement, cancellationToken);
        var result = await published.ResultAsync(placement, cancellationToken);
        if (result.List.Rows.Any(listed => listed.Row == row) || before.Any(joiner => joiner.Row == row))
            return Problems.Of(request, FaultCode.LateRowTwice);
        if ((before.Count == 0 ? commitments.Late : before[^1].Link) is not { } last || !LateChain.Follows(last, link))
            return Problems.Of(request, FaultCode.LateLinkWrong);
        if (LateJoiners.Place(result, before, row, body.Sex!.Value, body.SpecialNeeds ?? false, link) is not { } number)
            return Problems.Of(request, FaultCode.NoClassHasRoom);
        var joiner = new LateJoiner(row, body.Sex.Value, body.SpecialNeeds ?? false, link, number);
        var happened = new PlacementEvent(PlacementEventKind.LateJoinerPlaced, staff!.Subject, ceremony.Now, body.Approval!);
        return await placements.CommitAsync(placement, placement.Ceremony, happened, cancellationToken, joiner)
            ? await ceremony.AnswerAsync(request, placement, cancellationToken)
            : Problems.Of(request, FaultCode.PreconditionFailed);
    }

    private sealed record Body(string? TicketId, Sex? Sex, bool? SpecialNeeds, string? Approval, string? Link)
    {
        public List<Fault> Faults()
        {
            var faults = new List<Fault>();
            if (string.IsNullOrWhiteSpace(TicketId) || TicketId.Length > LongestTicket)
                faults.Add(new Fault(FaultCode.Required, "$.ticketId"));
            if (Sex is null)
                faults.Add(new Fault(FaultCode.Required, "$.sex"));
            if (string.IsNullOrWhiteSpace(Approval) || Approval.Length > LongestTicket)
                faults.Add(new Fault(FaultCode.Required, "$.approval"));
            if (!Digest.TryParse(Link, out _))
                faults.Add(new Fault(FaultCode.DigestMalformed, "$.link"));
            return faults;
        }

        public Digest ToLink() => Digest.TryParse(Link, out var link) ? link : default;
    }
}
