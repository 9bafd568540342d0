using static Enrollment.Domain.Applications.ApplicationAction;
using static Enrollment.Domain.Applications.ApplicationStatus;
using static Enrollment.Domain.Applications.TransitionRefusal;

namespace Enrollment.Domain.Applications;

/// <summary>
/// The life cycle of an application (DOMAIN.md 1.9) as one total switch: every status with every action has an answer.
/// Nobody ends without a school: what is declined, lapsed, deferred or voided leads to coordination.
/// </summary>
public static class ApplicationLifecycle
{
    /// <summary>What the action does to an application in this status.</summary>
    public static Transition Apply(ApplicationStatus status, ApplicationAction action) => (status, action) switch
    {
        _ when !Enum.IsDefined(status) => throw new ArgumentOutOfRangeException(nameof(status)),
        (Withdrawn or Transferred or Enrolled, _) => No(Final),
        (_, Withdraw) => To(Withdrawn),

        (Draft, Submit) => To(Submitted),
        (Draft, _) => No(NotSubmitted),
        (_, Submit) => No(AlreadySubmitted),

        (Voided, Coordinate) => To(AwaitingCoordination),
        (Voided, _) => No(WasVoided),
        (_, ApplicationAction.Void) => To(Voided),
        (_, Transfer) => To(Transferred),
        (_, HandOver) => To(status),
        (Deferred, Defer) => No(AlreadyDeferred),
        (_, Defer) => To(Deferred),

        (Submitted, StartVerification) => To(Verifying),
        (_, StartVerification) => No(VerificationStarted),
        (Verifying or UnderReview, ApplicationAction.RequestCorrection) => To(CorrectionRequested),
        (CorrectionRequested, Resubmit) => To(Submitted),
        (_, Resubmit) => No(NoCorrectionRequested),
        // What a late answer proves needs no papers any more.
        (Verifying or UnderReview or CorrectionRequested, EstablishCategory) => To(Verified),
        // An unanswered correction is decided on what is on file, never dropped (DOMAIN.md 1.8).
        (Verifying or CorrectionRequested, ReferToPerson) => To(UnderReview),
        (_, ApplicationAction.RequestCorrection or EstablishCategory or ReferToPerson) => No(NotBeingVerified),
        (UnderReview, RefuseClaim) => To(AwaitingCoordination),
        (_, RefuseClaim) => No(NotUnderReview),
        (Submitted or Verifying or CorrectionRequested or UnderReview, RaiseObjection or Reestablish) => No(NothingDecided),
        (_, RaiseObjection) => To(status),
        // A place that is held is kept: the parent may decline it and be coordinated by the better category.
        (Offered or Confirmed, Reestablish) => To(status),
        (_, Reestablish) => To(Verified),

        (Verified or AwaitingCoordination, Offer) => To(Offered),
        (_, Offer) => No(NotReadyForOffer),
        (Offered, Confirm) => To(Confirmed),
        (Offered, Decline) => To(Declined),
        // Not registering at the school in time gives up the place, also a confirmed one (DOMAIN.md 1.9).
        (Offered or Confirmed, Lapse) => To(Lapsed),
        // The category stands; the round that gave the place does not.
        (Offered or Confirmed, RevokeOffer) => To(Verified),
        (_, Confirm or Decline or Lapse or RevokeOffer) => No(NoOpenOffer),
        (Verified or Declined or Lapsed or Deferred, Coordinate) => To(AwaitingCoordination),
        (_, Coordinate) => No(NotForCoordination),
        (Confirmed, Enroll) => To(Enrolled),
        (_, Enroll) => No(NotConfirmed),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static Transition.Allowed To(ApplicationStatus status) => new(status);

    private static Transition.Refused No(TransitionRefusal reason) => new(reason);
}
