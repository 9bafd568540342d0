namespace Enrollment.Domain.Applications;

/// <summary>What can be done to an application. Whether it may be done is <see cref="ApplicationLifecycle"/>'s to say.</summary>
public enum ApplicationAction
{
    /// <summary>The parent submits a draft.</summary>
    Submit,
    /// <summary>The departments are asked.</summary>
    StartVerification,
    /// <summary>The parent is asked to correct or to add papers, all defects at once (材料补正).</summary>
    RequestCorrection,
    /// <summary>The parent answers a correction request.</summary>
    Resubmit,
    /// <summary>The category is settled: by the registers in the child's favor, or by a person.</summary>
    EstablishCategory,
    /// <summary>What the registers, or an unanswered correction, leave open goes to a person.</summary>
    ReferToPerson,
    /// <summary>A school place is offered.</summary>
    Offer,
    /// <summary>The parent takes the place.</summary>
    Confirm,
    /// <summary>The parent declines the place.</summary>
    Decline,
    /// <summary>The deadline to answer the offer, or to register at the school, passed.</summary>
    Lapse,
    /// <summary>A void round takes back the place it gave.</summary>
    RevokeOffer,
    /// <summary>The child goes to coordinated placement (统筹安排).</summary>
    Coordinate,
    /// <summary>Enrollment is deferred to a later year (延缓入学).</summary>
    Defer,
    /// <summary>The case is handed to another education authority.</summary>
    Transfer,
    /// <summary>A person voids the application for false papers (R11).</summary>
    Void,
    /// <summary>The parent withdraws.</summary>
    Withdraw,
    /// <summary>The student record is made.</summary>
    Enroll,
    /// <summary>Two people refuse the claimed category, and no lesser one is established.</summary>
    RefuseClaim,
    /// <summary>The case is handed to another authority of this service; what it is stays.</summary>
    HandOver,
    /// <summary>The parent objects to a decision of people (申请复查); what was decided stands until the answer.</summary>
    RaiseObjection,
    /// <summary>The answer to an objection gives the child another category.</summary>
    Reestablish,
}
