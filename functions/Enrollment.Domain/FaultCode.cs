namespace Enrollment.Domain;

/// <summary>
/// The one catalogue of outcomes a caller must handle. The wire form is the name in kebab-case
/// (<c>ChildIsGuardian</c> is <c>child-is-guardian</c>) and is stable: codes are added, never renamed.
/// Texts live in the function app's resource files under the same name.
/// </summary>
public enum FaultCode
{
    /// <summary>The body is not JSON, or not the JSON the contract describes.</summary>
    MalformedJson,
    /// <summary>A member the contract does not know.</summary>
    UnknownField,
    /// <summary>The same member stands twice in one object.</summary>
    DuplicateField,
    /// <summary>A member has another JSON type than the contract says, or a number out of range.</summary>
    WrongType,
    /// <summary>A required member is missing, null or blank.</summary>
    Required,
    /// <summary>Text longer than the contract allows.</summary>
    TooLong,
    /// <summary>Text with control characters, lone surrogates, markup or a leading formula sign.</summary>
    ForbiddenCharacters,
    /// <summary>The body is larger than the endpoint takes.</summary>
    BodyTooLarge,
    /// <summary>The content type is not application/json.</summary>
    UnsupportedMediaType,
    /// <summary>A value outside the list the contract names.</summary>
    UnknownValue,
    /// <summary>An identity number of the wrong length.</summary>
    IdentityNumberLength,
    /// <summary>An identity number with characters it cannot have.</summary>
    IdentityNumberCharacters,
    /// <summary>An identity number whose first digits name no province.</summary>
    IdentityNumberRegion,
    /// <summary>An identity number with a birth date the calendar does not have.</summary>
    IdentityNumberBirthDate,
    /// <summary>An identity number whose check character is wrong.</summary>
    IdentityNumberCheckDigit,
    /// <summary>An invented identity number (359901-359999) outside the Development environment.</summary>
    IdentityNumberSynthetic,
    /// <summary>A unified social credit code that is not well-formed (GB 32100-2015).</summary>
    CreditCodeInvalid,
    /// <summary>A phone number that is not a mainland mobile number.</summary>
    PhoneInvalid,
    /// <summary>A date in the future.</summary>
    DateInFuture,
    /// <summary>The birth date stated is not the one in the identity number.</summary>
    BirthDateDisagreesWithNumber,
    /// <summary>The sex stated is not the one in the identity number.</summary>
    SexDisagreesWithNumber,
    /// <summary>The child and a guardian are one person.</summary>
    ChildIsGuardian,
    /// <summary>Both guardians are one person.</summary>
    GuardiansAreOnePerson,
    /// <summary>A guardian younger than 16 years above the child's birth.</summary>
    GuardianTooYoung,
    /// <summary>The guardian named is not the person who is logged in.</summary>
    GuardianIsNotCaller,
    /// <summary>A round of admission with this id exists, or another one of the year is under way.</summary>
    RoundExists,
    /// <summary>The round's list is still being made.</summary>
    RoundNotPrepared,
    /// <summary>The round's list cannot be sealed; the errors say why.</summary>
    AdmissionListFaulty,
    /// <summary>The round's offers are being made; it can be declared void once they are.</summary>
    OffersBeingMade,
    /// <summary>The honest statement was not accepted.</summary>
    StatementNotAccepted,
    /// <summary>No policy is published for the intake year.</summary>
    IntakeYearNotOpen,
    /// <summary>The window of the category has not begun; the problem carries its days.</summary>
    WindowNotOpen,
    /// <summary>The window of the category is over and late registration is not open; the problem carries the days of both.</summary>
    WindowClosed,
    /// <summary>The category named needs a part of the form that is missing.</summary>
    CategoryPartMissing,
    /// <summary>Another application for the child is live this intake year.</summary>
    ChildAlreadyApplied,
    /// <summary>A submission for the child is being stored at this moment; try again shortly.</summary>
    SubmissionInFlight,
    /// <summary>The Idempotency-Key is not a structured-field string of 1 to 64 characters.</summary>
    IdempotencyKeyMalformed,
    /// <summary>The Idempotency-Key was used with other content.</summary>
    IdempotencyKeyReused,
    /// <summary>No valid bearer token.</summary>
    Unauthenticated,
    /// <summary>Not there, or not the caller's: deliberately one answer.</summary>
    NotFound,
    /// <summary>If-Match is required.</summary>
    PreconditionRequired,
    /// <summary>If-Match names an older version.</summary>
    PreconditionFailed,
    /// <summary>The action is not possible in the application's state.</summary>
    ActionNotPossible,
    /// <summary>A callback whose signature, key or timestamp does not hold.</summary>
    CallbackSignatureInvalid,
    /// <summary>A callback for a question that was never asked, or of another department.</summary>
    CallbackUnknown,
    /// <summary>A callback body that is not the contract's.</summary>
    CallbackMalformed,
    /// <summary>Entropy of a draw that is not digits or lower-case hexadecimal digits.</summary>
    EntropyMalformed,
    /// <summary>Entropy of a draw below 128 bits: 39 digits or 32 hexadecimal digits.</summary>
    EntropyTooShort,
    /// <summary>Not 64 lower-case hexadecimal digits.</summary>
    DigestMalformed,
    /// <summary>A roster with faults; each is named with sheet, row and column.</summary>
    RosterFaulty,
    /// <summary>The rules of a placement leave no placement.</summary>
    RulesConflict,
    /// <summary>The school has a placement for the year already; a second needs the first to be void.</summary>
    PlacementExists,
    /// <summary>The list is not sealed yet.</summary>
    DrawNotSealed,
    /// <summary>The list was sealed with other content.</summary>
    DrawAlreadySealed,
    /// <summary>No commitment was published yet.</summary>
    DrawNotCommitted,
    /// <summary>Another commitment was published.</summary>
    DrawAlreadyCommitted,
    /// <summary>The secret is not the one committed to.</summary>
    DrawSecretNotCommitted,
    /// <summary>Nothing was drawn yet.</summary>
    DrawNotDrawn,
    /// <summary>It was drawn from other inputs: there is one draw.</summary>
    DrawAlreadyDrawn,
    /// <summary>The draw is being computed.</summary>
    DrawBeingDrawn,
    /// <summary>Nobody asked to void it.</summary>
    VoidNotRequested,
    /// <summary>Somebody asked to void it already.</summary>
    VoidAlreadyRequested,
    /// <summary>Whoever asked cannot also confirm.</summary>
    SecondPersonNeeded,
    /// <summary>The draw is void.</summary>
    DrawIsVoid,
    /// <summary>Not the next link of the late chain.</summary>
    LateLinkWrong,
    /// <summary>The late joiner is in the placement already.</summary>
    LateRowTwice,
    /// <summary>No class has room for the late joiner.</summary>
    NoClassHasRoom,
    /// <summary>Not a real-estate unit number of 28 letters and digits.</summary>
    UnitNumberMalformed,
    /// <summary>A household list with faults; each is named with line and column.</summary>
    HouseholdListFaulty,
    /// <summary>A list of earlier years' places has faults; nothing was taken from it.</summary>
    PlaceListFaulty,
    /// <summary>As many drafts are saved as one guardian may have.</summary>
    TooManyDrafts,
    /// <summary>As many dry runs were made today as one guardian may make.</summary>
    TooManyDryRuns,
    /// <summary>A member of staff opens a file without naming why, by a purpose of the list.</summary>
    PurposeMissing,
    /// <summary>Somebody else holds the case.</summary>
    CaseClaimed,
    /// <summary>The caller does not hold the case, or no longer.</summary>
    CaseNotClaimed,
    /// <summary>A school looks first; this the bureau decides.</summary>
    BureauDecides,
    /// <summary>Another category than the claimed one refuses it, and that takes two people.</summary>
    RefusalNeedsTwoPeople,
    /// <summary>Whoever decided before cannot answer the objection.</summary>
    AnotherReviewerNeeded,
    /// <summary>The parent did not apply for a deferral.</summary>
    DeferralNotRequested,
    /// <summary>No person has decided anything that stands.</summary>
    NothingToObjectTo,
    /// <summary>The last day to object has passed.</summary>
    ObjectionTooLate,
    /// <summary>An objection was raised against this decision before.</summary>
    ObjectionAlreadyRaised,
    /// <summary>A paper that was not asked for.</summary>
    PaperNotAsked,
    /// <summary>A type of file that is not taken.</summary>
    EvidenceTypeUnsupported,
    /// <summary>A file that is larger than allowed.</summary>
    EvidenceTooLarge,
    /// <summary>The application has as many files as it may have.</summary>
    EvidenceTooMany,
    /// <summary>Not a grant of this service, or an altered one.</summary>
    GrantInvalid,
    /// <summary>The grant's minutes are over.</summary>
    GrantExpired,
    /// <summary>The grant was redeemed, and its file taken back since.</summary>
    GrantUsed,
    /// <summary>Other bytes than the grant is for.</summary>
    EvidenceNotAsGranted,
    /// <summary>Not a whole file of the type it was announced as.</summary>
    EvidenceMalformed,
    /// <summary>A picture with too many pixels.</summary>
    EvidenceTooManyPixels,
    /// <summary>A document with scripts or other things that act.</summary>
    EvidenceActiveContent,
    /// <summary>A file with another file inside, or one that cannot be looked into.</summary>
    EvidenceHiddenContent,
    /// <summary>Not scanned for malware yet.</summary>
    EvidenceNotScanned,
    /// <summary>Malware was found in it, and it is gone.</summary>
    EvidenceInfected,
    /// <summary>A file that is not on file for this defect.</summary>
    EvidenceUnknown,
    /// <summary>Child, applicant, year and category stay what they are; another claim is another application.</summary>
    IdentityCannotChange,
    /// <summary>Neither a corrected part nor a paper.</summary>
    NothingResubmitted,
    /// <summary>The step that a dead letter asks for is not due any more; nothing was sent.</summary>
    StepNotDue,
    /// <summary>The dead letter was sent again and has not come back since.</summary>
    AlreadyReplayed,
    /// <summary>The dead letter is no message of this service, or names nothing that is there: nobody could work it.</summary>
    MessageUnusable,
    /// <summary>Storage or another part of the service did not answer; nothing was lost, try again.</summary>
    TemporarilyUnavailable,
}
