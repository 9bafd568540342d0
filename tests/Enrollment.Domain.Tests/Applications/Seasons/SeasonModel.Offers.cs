using Enrollment.Domain.Tests.Verification.Histories;
using static Enrollment.Domain.Applications.ApplicationStatus;
using Kind = Enrollment.Domain.Applications.ApplicationEventKind;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>What admission does: a place is offered by a round once, taken, declined, let lapse, or taken back with its round.</summary>
internal sealed partial class SeasonModel
{
    private const int DaysToAnswer = 5;

    private int? _offeredBy;
    private bool _isRevoked;

    public long OfferedUntil { get; private set; }

    public IReadOnlyList<Kind>? Offer(int round, long now) => Tell(_offeredBy != round && Status is (Verified or AwaitingCoordination), () =>
    {
        (Status, _offeredBy, _isRevoked) = (Offered, round, false);
        OfferedUntil = HistoryCalendar.AfterWorkingDays(HistoryCalendar.Day(now), DaysToAnswer);
        _told.Add(Kind.PlaceOffered);
    });

    public IReadOnlyList<Kind>? Revoke(int round) => Tell(_offeredBy == round && !_isRevoked && Status is (Offered or Confirmed), () =>
    {
        (Status, _isRevoked) = (Established is null ? AwaitingCoordination : Verified, true);
        _told.Add(Kind.OfferRevoked);
    });

    public IReadOnlyList<Kind>? Confirm() => Tell(Status is Offered, () =>
    {
        Status = Confirmed;
        _told.Add(Kind.OfferConfirmed);
    });

    public IReadOnlyList<Kind>? Decline() => Tell(Status is Offered, () =>
    {
        Status = AwaitingCoordination;
        _told.AddRange([Kind.OfferDeclined, Kind.SentToCoordination]);
    });
}
