using Enrollment.Domain;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Platform.Http;

/// <summary>The HTTP status of each code: 400 where the form of a request is wrong, 422 where its content is.</summary>
internal static class ProblemStatus
{
    // No discard arm: a code added to the catalogue must fail the build here (CS8509). CS8524 is about numbers without a name.
#pragma warning disable CS8524
    public static int Of(FaultCode code) => code switch
    {
        FaultCode.MalformedJson or FaultCode.UnknownField or FaultCode.DuplicateField or FaultCode.WrongType
            or FaultCode.IdempotencyKeyMalformed or FaultCode.CallbackMalformed
            or FaultCode.PurposeMissing => StatusCodes.Status400BadRequest,
        FaultCode.Unauthenticated or FaultCode.CallbackSignatureInvalid => StatusCodes.Status401Unauthorized,
        FaultCode.NotFound => StatusCodes.Status404NotFound,
        FaultCode.GrantInvalid => StatusCodes.Status403Forbidden,
        FaultCode.GrantExpired => StatusCodes.Status410Gone,
        FaultCode.EvidenceTooLarge => StatusCodes.Status413PayloadTooLarge,
        FaultCode.EvidenceTypeUnsupported => StatusCodes.Status415UnsupportedMediaType,
        FaultCode.EvidenceTooMany or FaultCode.GrantUsed or FaultCode.EvidenceNotScanned or FaultCode.EvidenceInfected => StatusCodes.Status409Conflict,
        FaultCode.PaperNotAsked or FaultCode.EvidenceNotAsGranted or FaultCode.EvidenceMalformed or FaultCode.EvidenceTooManyPixels
            or FaultCode.EvidenceActiveContent or FaultCode.EvidenceHiddenContent or FaultCode.EvidenceUnknown
            or FaultCode.IdentityCannotChange or FaultCode.NothingResubmitted => StatusCodes.Status422UnprocessableEntity,
        FaultCode.WindowNotOpen or FaultCode.WindowClosed or FaultCode.ChildAlreadyApplied or FaultCode.SubmissionInFlight or FaultCode.ActionNotPossible
            or FaultCode.PlacementExists or FaultCode.DrawNotSealed or FaultCode.DrawAlreadySealed or FaultCode.DrawNotCommitted
            or FaultCode.DrawAlreadyCommitted or FaultCode.DrawNotDrawn or FaultCode.DrawAlreadyDrawn or FaultCode.DrawBeingDrawn
            or FaultCode.VoidNotRequested or FaultCode.VoidAlreadyRequested or FaultCode.SecondPersonNeeded or FaultCode.DrawIsVoid
            or FaultCode.RoundExists or FaultCode.RoundNotPrepared or FaultCode.OffersBeingMade
            or FaultCode.LateRowTwice or FaultCode.NoClassHasRoom
            or FaultCode.CaseClaimed or FaultCode.CaseNotClaimed or FaultCode.BureauDecides or FaultCode.RefusalNeedsTwoPeople or FaultCode.AnotherReviewerNeeded
            or FaultCode.DeferralNotRequested or FaultCode.NothingToObjectTo or FaultCode.ObjectionTooLate or FaultCode.ObjectionAlreadyRaised
            or FaultCode.StepNotDue or FaultCode.AlreadyReplayed or FaultCode.MessageUnusable
            or FaultCode.CallbackUnknown => StatusCodes.Status409Conflict,
        FaultCode.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        FaultCode.BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        FaultCode.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        FaultCode.Required or FaultCode.TooLong or FaultCode.ForbiddenCharacters or FaultCode.UnknownValue
            or FaultCode.IdentityNumberLength or FaultCode.IdentityNumberCharacters or FaultCode.IdentityNumberRegion
            or FaultCode.IdentityNumberBirthDate or FaultCode.IdentityNumberCheckDigit or FaultCode.IdentityNumberSynthetic
            or FaultCode.CreditCodeInvalid or FaultCode.PhoneInvalid or FaultCode.DateInFuture
            or FaultCode.BirthDateDisagreesWithNumber or FaultCode.SexDisagreesWithNumber or FaultCode.ChildIsGuardian
            or FaultCode.GuardiansAreOnePerson or FaultCode.GuardianTooYoung or FaultCode.GuardianIsNotCaller
            or FaultCode.StatementNotAccepted or FaultCode.IntakeYearNotOpen or FaultCode.CategoryPartMissing
            or FaultCode.EntropyMalformed or FaultCode.EntropyTooShort
            or FaultCode.DigestMalformed or FaultCode.RosterFaulty or FaultCode.RulesConflict or FaultCode.DrawSecretNotCommitted
            or FaultCode.AdmissionListFaulty
            or FaultCode.LateLinkWrong
            or FaultCode.UnitNumberMalformed or FaultCode.HouseholdListFaulty or FaultCode.PlaceListFaulty
            or FaultCode.IdempotencyKeyReused => StatusCodes.Status422UnprocessableEntity,
        FaultCode.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
        FaultCode.TooManyDrafts => StatusCodes.Status409Conflict,
        FaultCode.TooManyDryRuns => StatusCodes.Status429TooManyRequests,
        FaultCode.TemporarilyUnavailable => StatusCodes.Status503ServiceUnavailable,
    };
#pragma warning restore CS8524
}
