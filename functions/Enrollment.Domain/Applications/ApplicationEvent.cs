using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Applications;

/// <summary>Who, when, why, by which rule, on which facts: one entry of an application's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Department">The department concerned, if one is.</param>
/// <param name="Findings">The rules and facts it rests on.</param>
public sealed record ApplicationEvent(ApplicationEventKind Kind, DateTimeOffset At, Actor By, Department? Department,
    IReadOnlyList<RuleFinding> Findings)
{
    /// <summary>What a member of staff did; null for parents, departments and the service.</summary>
    public StaffAct? Act { get; init; }

    /// <summary>An event that rests on no rule.</summary>
    public ApplicationEvent(ApplicationEventKind kind, DateTimeOffset at, Actor by, Department? department = null)
        : this(kind, at, by, department, [])
    {
    }
}

/// <summary>Who did something.</summary>
public enum Actor
{
    /// <summary>The parent who applied.</summary>
    Parent,
    /// <summary>The service itself, by rule.</summary>
    Service,
    /// <summary>A department, by its answer.</summary>
    Department,
    /// <summary>A member of a school's or the bureau's staff.</summary>
    Staff,
}

/// <summary>Who of the staff acted, and why: a refusal cites a rule, never a feeling (DOMAIN.md 1.8).</summary>
/// <param name="By">Who, as the identity provider knows them.</param>
/// <param name="Reason">A code of the policy's list of reasons; null where none is asked.</param>
/// <param name="Rule">The rule cited; null where none is.</param>
/// <param name="Note">Free text of the member of staff; may name people, so it is stored encrypted.</param>
public sealed record StaffAct(string By, string? Reason, RuleId? Rule, string? Note)
{
    /// <summary>Where it leads: the authority it was handed to, the category, the verdict on a check; null where that says nothing.</summary>
    public string? To { get; init; }

    /// <summary>Reason and rule only.</summary>
    public override string ToString() => $"StaffAct {{ {Reason}, {Rule} }}";
}

/// <summary>What can happen to an application in this version; docs/events.md says which process emits what.</summary>
public enum ApplicationEventKind
{
    /// <summary>The parent submitted it.</summary>
    Submitted,
    /// <summary>The checks were planned and the departments are being asked.</summary>
    VerificationStarted,
    /// <summary>A department took the question and will call back.</summary>
    CallbackPromised,
    /// <summary>A department answered.</summary>
    CheckAnswered,
    /// <summary>A promised callback did not come and the department was asked again.</summary>
    AskedAgain,
    /// <summary>A department could not be reached in time; a person looks.</summary>
    SourceUnavailable,
    /// <summary>A department answered a question a second time and differently; nothing changed.</summary>
    ConflictingAnswer,
    /// <summary>The category is established.</summary>
    CategoryEstablished,
    /// <summary>What the registers could not settle was handed to a person.</summary>
    ReferredToPerson,
    /// <summary>The parent withdrew it.</summary>
    Withdrawn,
    /// <summary>The parent was asked to correct or to add papers, all defects at once.</summary>
    CorrectionRequested,
    /// <summary>A deadline of the parent moved, because a department was late.</summary>
    DeadlineExtended,
    /// <summary>The parent answered the request for correction.</summary>
    Resubmitted,
    /// <summary>The deadline of the correction passed; a person decides on what is on file.</summary>
    CorrectionExpired,
    /// <summary>The parent uploaded a paper.</summary>
    PaperAdded,
    /// <summary>The parent took an uploaded paper back.</summary>
    PaperRemoved,
    /// <summary>Malware was found in an uploaded paper; it is gone.</summary>
    PaperInfected,
    /// <summary>A person confirmed, rejected or waived a department's check.</summary>
    CheckDecided,
    /// <summary>A person proposed to refuse the claimed category; a second one must agree.</summary>
    RefusalProposed,
    /// <summary>The second person did not agree; the case stays open.</summary>
    RefusalRejected,
    /// <summary>Two people refused the claimed category, citing a rule.</summary>
    ClaimRefused,
    /// <summary>The case was handed to another authority, or to one outside this service.</summary>
    Transferred,
    /// <summary>A person proposed to void it for false papers (R11); a second one must agree.</summary>
    VoidingProposed,
    /// <summary>The second person did not agree that it is void.</summary>
    VoidingRejected,
    /// <summary>Two people voided it for false papers (R11).</summary>
    Voided,
    /// <summary>Enrollment was deferred to a later year.</summary>
    Deferred,
    /// <summary>The parent asked for a second review (申请复查).</summary>
    ObjectionRaised,
    /// <summary>Another person answered the objection.</summary>
    ObjectionAnswered,
    /// <summary>The child goes to coordinated placement (统筹安排).</summary>
    SentToCoordination,
    /// <summary>The family ranked schools.</summary>
    SchoolsChosen,
    /// <summary>A person said in which zone the home lies.</summary>
    AreaDecided,
    /// <summary>A person said since when the child is registered where it lives.</summary>
    SettlementDecided,
    /// <summary>A school place was offered.</summary>
    PlaceOffered,
    /// <summary>The parent took the place.</summary>
    OfferConfirmed,
    /// <summary>The parent declined the place.</summary>
    OfferDeclined,
    /// <summary>The deadline to answer the offer, or to register at the school, passed.</summary>
    OfferLapsed,
    /// <summary>A round was voided or published anew, and the place it gave is gone.</summary>
    OfferRevoked,
    /// <summary>The student record was made.</summary>
    Enrolled,
    /// <summary>The parent was reminded of a correction whose deadline is near.</summary>
    CorrectionReminded,
    /// <summary>The last day of a correction began unanswered; the parent is to be called.</summary>
    CorrectionLastCalled,
    /// <summary>The parent was reminded of an offer whose deadline is near.</summary>
    OfferReminded,
    /// <summary>The last day of an offer began unanswered; the parent is to be called.</summary>
    OfferLastCalled,
    /// <summary>A notice could not be handed over; a person is to call the parent.</summary>
    ParentNotReached,
    /// <summary>A member of staff told the parent by phone.</summary>
    ParentCalled,
}
