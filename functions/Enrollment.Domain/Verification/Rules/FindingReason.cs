namespace Enrollment.Domain.Verification.Rules;

/// <summary>Why a rule found what it found. Stable codes, added and never renamed; {0}, {1} are the finding's arguments.</summary>
public enum FindingReason
{
    /// <summary>The claimed category does not ask the register this rule needs.</summary>
    NotAsked,
    /// <summary>The department has not answered yet.</summary>
    NotAnswered,
    /// <summary>The department could not be reached.</summary>
    SourceUnavailable,
    /// <summary>The answer is too old to decide by.</summary>
    AnswerExpired,
    /// <summary>A person rejected or waived the check and decides the rest.</summary>
    LeftToAPerson,
    /// <summary>The register holds nothing on the matter.</summary>
    NothingFound,
    /// <summary>The register contradicts itself.</summary>
    ContradictoryRecords,
    /// <summary>RI: names and numbers of child and applicant belong together.</summary>
    IdentityConfirmed,
    /// <summary>RI: a number is registered under another name.</summary>
    NameDisagrees,
    /// <summary>RI: a person's registration was cancelled.</summary>
    RegistrationCancelled,
    /// <summary>RG: civil affairs records the applicant as the child's parent or guardian.</summary>
    GuardianshipRecorded,
    /// <summary>RG: the household register shows the applicant as the child's parent.</summary>
    ParentInHousehold,
    /// <summary>RG: civil affairs records other guardians only.</summary>
    GuardianIsAnother,
    /// <summary>R1: born {0}, on or before {1}.</summary>
    OldEnough,
    /// <summary>R1: born {0}, after {1}.</summary>
    TooYoung,
    /// <summary>R1: the identity paper carries no birth date.</summary>
    BirthDateNotInNumber,
    /// <summary>R1: the birth date stated is not the identity number's.</summary>
    BirthDateDisagrees,
    /// <summary>The register names the child in several households.</summary>
    SeveralHouseholds,
    /// <summary>R2: registered in the district together with parents or grandparents.</summary>
    RegisteredWithFamily,
    /// <summary>R2: registered in a collective household (集体户).</summary>
    CollectiveHousehold,
    /// <summary>R2: registered without parents and grandparents.</summary>
    NotWithFamily,
    /// <summary>R2: registered with a guardian who is no parent.</summary>
    WithLegalGuardian,
    /// <summary>RD: registered in the district, area {0}.</summary>
    RegisteredInDistrict,
    /// <summary>RS: registered in a sister district, area {0}.</summary>
    RegisteredInSisterDistrict,
    /// <summary>R2, RD, RS: registered in area {0}.</summary>
    RegisteredElsewhere,
    /// <summary>R3: settled on {0}, before {1}.</summary>
    SettledInTime,
    /// <summary>R3: settled on {0}, not before {1}.</summary>
    SettledTooLate,
    /// <summary>R4: register, home and residence are one residential address.</summary>
    AddressesAgree,
    /// <summary>R4: the residence stated is not the registered address.</summary>
    ResidenceDiffers,
    /// <summary>R4, R5: the property register names no home at the registered address.</summary>
    NoHomeAtRegisteredAddress,
    /// <summary>R4: the home's owners are neither the parents nor grandparents in the child's household.</summary>
    OwnersNotFamily,
    /// <summary>R4: the home is not for residential use.</summary>
    HomeNotResidential,
    /// <summary>R5: acquired on {0} and settled on {1}, before {2}: the share is not asked for.</summary>
    ShareNotAskedFor,
    /// <summary>R5: the couple owns {0}, more than {1}.</summary>
    ShareSuffices,
    /// <summary>R5: the couple owns {0}, not more than {1}.</summary>
    ShareTooSmall,
    /// <summary>R5: the shares on the deed do not add up.</summary>
    SharesDoNotAddUp,
    /// <summary>R5: only together do the parents own {0}, and they are divorced.</summary>
    CoupleDivorced,
    /// <summary>R7: permit since {0}, before {1}, valid to {2}; work proof of {3} months.</summary>
    PermitAndWorkProof,
    /// <summary>R7: the permit was cancelled.</summary>
    PermitCancelled,
    /// <summary>R7: the permit is of area {0}.</summary>
    PermitElsewhere,
    /// <summary>R7: the permit was first issued on {0}, not before {1}.</summary>
    PermitTooRecent,
    /// <summary>R7: the permit ends on {0}, before {1}.</summary>
    PermitEndsEarly,
    /// <summary>R7: the permit holds, but the holder was insured in the district for {0} of {1} months.</summary>
    WorkProofMissing,
    /// <summary>R7T: tenancy filed since {0}, on or before {1}.</summary>
    TenancyLongEnough,
    /// <summary>R7T: the tenancy is of area {0}.</summary>
    TenancyElsewhere,
    /// <summary>R7T: tenancy filed since {0}, after {1}.</summary>
    TenancyTooShort,
    /// <summary>R7T: no invoice was issued for the tenancy.</summary>
    InvoiceMissing,
    /// <summary>R8: {0} consecutive months up to {1}, at least {2}.</summary>
    InsuredLongEnough,
    /// <summary>R8: {0} consecutive months up to {1}, fewer than {2}.</summary>
    InsuredTooShort,
    /// <summary>R6: acquired on {0} and settled on {1}, before {2}: no place is locked.</summary>
    PlaceLockNotAskedFor,
    /// <summary>R6: no child took a place by this home.</summary>
    PlaceFree,
    /// <summary>R6: the place was taken on {0} by a child of the same householder.</summary>
    PlaceOfSameHouseholder,
    /// <summary>R6: a place was taken on {0}, and the home is bound until {1}.</summary>
    PlaceLocked,
    /// <summary>R9: no other application of the child is live.</summary>
    OnlyApplication,
    /// <summary>R9: {0} other applications of the child are live.</summary>
    AppliedElsewhere,
    /// <summary>R10: the address lies in a service area.</summary>
    ZoneFound,
    /// <summary>R10: the address lies in no service area.</summary>
    OutsideEveryZone,
    /// <summary>R10: the address is listed in several areas of one kind.</summary>
    SeveralZones,
    /// <summary>R11: the statement was given.</summary>
    StatementGiven,
    /// <summary>R11: the statement was not given.</summary>
    StatementMissing,
    /// <summary>R12: the register shows a brother or sister born on the same day.</summary>
    MultipleBirth,
    /// <summary>R12: a brother or sister in the register applies this year.</summary>
    SiblingApplies,
    /// <summary>R12: the register shows no brother or sister.</summary>
    NoSiblingRegistered,
    /// <summary>R12: a brother or sister is registered, and none applies this year.</summary>
    SiblingDoesNotApply,
    /// <summary>R12: in a grandparents' household a grandchild may be a cousin.</summary>
    SiblingOrCousin,
    /// <summary>RK: registered in a collective household of the district.</summary>
    InCollectiveHousehold,
    /// <summary>RK: registered in a family household.</summary>
    InFamilyHousehold,
    /// <summary>RH: the paper is one of Hong Kong, Macao or Taiwan.</summary>
    PaperOfHongKongMacaoTaiwan,
    /// <summary>RH: the paper is a mainland identity card.</summary>
    MainlandPaper,
    /// <summary>RB: settled on {0}, on or before {1}.</summary>
    RegisteredSinceBirth,
    /// <summary>RB: settled on {0}, after {1}.</summary>
    RegisteredLater,
    /// <summary>RF: the card holds to {0}, not before {1}.</summary>
    DisabilityCardValid,
    /// <summary>RF: the card ends on {0}, before {1}.</summary>
    DisabilityCardExpired,
    /// <summary>A person confirmed it on {0}, for the policy's reason {1}.</summary>
    ConfirmedByPerson,
    /// <summary>A person waived it on {0}, for the policy's reason {1}.</summary>
    WaivedByPerson,
    /// <summary>A person rejected it on {0}, for the policy's reason {1}.</summary>
    RejectedByPerson,
}
