using Azure;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;

namespace Enrollment.Functions.Admission;

/// <summary>A round as it was read.</summary>
/// <param name="Name">Year and id.</param>
/// <param name="Ceremony">How far the draw has come.</param>
/// <param name="Key">Makes the tickets of this round; known to nobody outside.</param>
/// <param name="PreparedAt">When its list was last prepared; null while it is being prepared.</param>
/// <param name="Delivered">How many children have got what the round's state means for them, in the list's order: offers after publication, their loss after a void.</param>
/// <param name="Children">How many children its list has.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="Version">Guards every change.</param>
internal sealed record StoredRound(RoundName Name, Ceremony Ceremony, Digest Key, DateTimeOffset? PreparedAt, int Delivered, int Children, int Events, ETag Version)
{
    /// <summary>A void round that had been published stays public beside the one that follows it.</summary>
    public bool IsPublic => Ceremony.State is CeremonyState.Published || IsWithdrawn;

    /// <summary>It was published, and is void.</summary>
    public bool IsWithdrawn => Ceremony.State is CeremonyState.Voided { Before: CeremonyState.Published };

    /// <summary>What the service has to do by itself; null when it waits for people.</summary>
    public RoundWork? Work => Ceremony.State switch
    {
        CeremonyState.Open when PreparedAt is null => RoundWork.Prepare,
        CeremonyState.Drawing => RoundWork.Draw,
        CeremonyState.Published when Delivered < Children => RoundWork.Offer,
        _ when IsWithdrawn && Delivered > 0 => RoundWork.Revoke,
        _ => null,
    };
}

/// <summary>The steps a round takes without people.</summary>
internal enum RoundWork
{
    /// <summary>Make the list of the year's supply and candidates.</summary>
    Prepare,
    /// <summary>Compute what the inputs determine.</summary>
    Draw,
    /// <summary>Offer every child its place.</summary>
    Offer,
    /// <summary>Take back what a round offered that was declared void.</summary>
    Revoke,
}

/// <summary>One entry of a round's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="By">The subject of whoever did it, or <c>service</c>.</param>
/// <param name="At">When.</param>
/// <param name="Detail">A digest, a count or a reason; never a person's data.</param>
internal sealed record RoundEvent(RoundEventKind Kind, string By, DateTimeOffset At, string Detail = "");

/// <summary>What can happen to a round (docs/events.md).</summary>
internal enum RoundEventKind
{
    Created,
    PreparationAsked,
    Prepared,
    Sealed,
    Committed,
    DrawStarted,
    Drawn,
    Published,
    OffersMade,
    VoidRequested,
    Voided,
    OffersRevoked,
}
