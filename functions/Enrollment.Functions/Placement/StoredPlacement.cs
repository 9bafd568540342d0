using Azure;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Functions.Placement;

/// <summary>A placement as it was read.</summary>
/// <param name="Name">School, year and run.</param>
/// <param name="Ceremony">How far the draw has come.</param>
/// <param name="Secrets">Of its list.</param>
/// <param name="Warnings">What whoever prepared it was told.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="LateJoiners">How many came late.</param>
/// <param name="Version">Guards every change.</param>
internal sealed record StoredPlacement(PlacementName Name, Ceremony Ceremony, RosterSecrets Secrets, IReadOnlyList<PlacementWarning> Warnings, int Events,
    int LateJoiners, ETag Version)
{
    /// <summary>A void placement that had been published stays public beside the one that follows it.</summary>
    public bool IsPublic => Ceremony.State is CeremonyState.Published or CeremonyState.Voided { Before: CeremonyState.Published };
}

/// <summary>One entry of a placement's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="By">The subject of whoever did it, or <c>service</c>.</param>
/// <param name="At">When.</param>
/// <param name="Detail">A digest or a reason; never a person's data.</param>
internal sealed record PlacementEvent(PlacementEventKind Kind, string By, DateTimeOffset At, string Detail = "");

/// <summary>What can happen to a placement (docs/events.md).</summary>
internal enum PlacementEventKind
{
    Created,
    FixedPlacementsAlarm,
    Sealed,
    Committed,
    DrawStarted,
    Drawn,
    Published,
    VoidRequested,
    Voided,
    LateJoinerPlaced,
}
