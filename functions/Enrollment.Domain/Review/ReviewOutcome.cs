using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Review;

/// <summary>What comes of an action on a case. Closed.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <summary>It is lawful, and this is the change.</summary>
    public sealed record Allowed(Change Change) : ReviewOutcome;

    /// <summary>It is not; nothing changes.</summary>
    public sealed record Refused(ReviewRefusal Reason) : ReviewOutcome;
}

/// <summary>Why an action on a case is refused.</summary>
public enum ReviewRefusal
{
    /// <summary>The application's status does not allow it.</summary>
    NotPossible,
    /// <summary>Somebody else holds the case.</summary>
    ClaimedByAnother,
    /// <summary>Who acts does not hold the case, or no longer.</summary>
    NotClaimed,
    /// <summary>A school looks first; this the bureau decides.</summary>
    BureauDecides,
    /// <summary>The policy has no such reason for this.</summary>
    UnknownReason,
    /// <summary>The department was not asked, so there is no check to decide on.</summary>
    NoSuchCheck,
    /// <summary>The rule does not rest on that check, or is none of the claimed category.</summary>
    RuleDoesNotFit,
    /// <summary>Nothing is open that papers could cure, or the policy has no such paper.</summary>
    NothingToAskFor,
    /// <summary>The category cannot be given this way.</summary>
    CategoryDoesNotFit,
    /// <summary>Another category than the claimed is a refusal of the claimed one, and two people refuse.</summary>
    RefusalNeedsTwoPeople,
    /// <summary>It is proposed already and waits for a second person.</summary>
    AlreadyProposed,
    /// <summary>Nothing was proposed that a second person could confirm or reject.</summary>
    NothingProposed,
    /// <summary>Whoever proposed it cannot also confirm or reject it.</summary>
    SecondPersonNeeded,
    /// <summary>The parent did not apply for a deferral.</summary>
    DeferralNotRequested,
    /// <summary>No objection is open.</summary>
    NoObjection,
    /// <summary>Whoever decided before cannot answer the objection.</summary>
    AnotherReviewerNeeded,
    /// <summary>The case lies with that authority already.</summary>
    SameAuthority,
}
