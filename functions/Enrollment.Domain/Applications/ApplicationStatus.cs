namespace Enrollment.Domain.Applications;

/// <summary>Where an application stands (ARCHITECTURE.md; life cycle in DOMAIN.md 1.9).</summary>
public enum ApplicationStatus
{
    /// <summary>Saved, not submitted.</summary>
    Draft,
    /// <summary>Submitted; no department has been asked yet.</summary>
    Submitted,
    /// <summary>Departments are being asked.</summary>
    Verifying,
    /// <summary>The parent was asked to correct or to add papers.</summary>
    CorrectionRequested,
    /// <summary>What the registers could not settle waits for a person.</summary>
    UnderReview,
    /// <summary>The category is established.</summary>
    Verified,
    /// <summary>A school place is offered.</summary>
    Offered,
    /// <summary>The parent took the place.</summary>
    Confirmed,
    /// <summary>The parent declined the place.</summary>
    Declined,
    /// <summary>The offer's deadline passed unanswered.</summary>
    Lapsed,
    /// <summary>Waits for coordinated placement (统筹安排): nobody ends without a school.</summary>
    AwaitingCoordination,
    /// <summary>Enrollment deferred to a later year (延缓入学).</summary>
    Deferred,
    /// <summary>Handed to another education authority.</summary>
    Transferred,
    /// <summary>Voided by a person for false papers (R11); the child is placed by coordination.</summary>
    Voided,
    /// <summary>Withdrawn by the parent.</summary>
    Withdrawn,
    /// <summary>The child has a student record.</summary>
    Enrolled,
}
