using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Admission;

/// <summary>A family's way to the place it was offered and to the published round that offered it.</summary>
internal sealed class FamilyOffers(CallerApplications own, RoundStore rounds)
{
    /// <summary>The offer; or the answer that says why there is none to see.</summary>
    public async Task<(FamilyOffer? Offer, IResult? Refusal)> FindAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await own.AuthenticateAsync(request, cancellationToken) is not { } guardian)
            return (null, Problems.Of(request, FaultCode.Unauthenticated));
        if (await own.FindAsync(guardian, id, cancellationToken) is not { Application: { Offer: { IsRevoked: false } offer } application })
            return (null, Problems.Of(request, FaultCode.NotFound));
        return await rounds.FindAsync(new RoundName(application.Form.IntakeYear, offer.Round), cancellationToken) is { IsPublic: true } round
            ? (new FamilyOffer(application, offer, round), null)
            : (null, Problems.Of(request, FaultCode.NotFound));
    }
}

/// <summary>A place offered to a family, and the round it comes from. Personal data.</summary>
internal sealed record FamilyOffer(Application Application, PlaceOffer Offer, StoredRound Round)
{
    public override string ToString() => $"FamilyOffer {{ {Application.Id} }}";
}
