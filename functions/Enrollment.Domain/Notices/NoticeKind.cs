namespace Enrollment.Domain.Notices;

/// <summary>What a parent is told; each has a text in both languages (Notice.{name}).</summary>
public enum NoticeKind
{
    /// <summary>The application was received.</summary>
    Received,
    /// <summary>The category is established.</summary>
    CategoryEstablished,
    /// <summary>A person looks at what the registers could not settle.</summary>
    WithAPerson,
    /// <summary>The application was withdrawn.</summary>
    Withdrawn,
    /// <summary>Papers or corrections are asked for, until a day.</summary>
    CorrectionRequested,
    /// <summary>The day moved, because a department was late.</summary>
    DeadlineExtended,
    /// <summary>The day is near and nothing came.</summary>
    CorrectionReminder,
    /// <summary>It is the last day, and nothing came.</summary>
    CorrectionLastCall,
    /// <summary>The answer to the request was received.</summary>
    AnswerReceived,
    /// <summary>The day passed; a person decides on what is on file.</summary>
    CorrectionExpired,
    /// <summary>Malware was found in an uploaded paper, and it is gone.</summary>
    PaperInfected,
    /// <summary>People did not find the claimed category proved.</summary>
    ClaimRefused,
    /// <summary>Another authority has the case now.</summary>
    Transferred,
    /// <summary>The application is void.</summary>
    Voided,
    /// <summary>Enrollment is deferred to a later year.</summary>
    Deferred,
    /// <summary>The objection was received.</summary>
    ObjectionReceived,
    /// <summary>The objection is answered.</summary>
    ObjectionAnswered,
    /// <summary>The child waits for coordinated placement.</summary>
    AwaitingCoordination,
    /// <summary>The ranked schools were received.</summary>
    ChoicesReceived,
    /// <summary>A school place is offered, until a day.</summary>
    PlaceOffered,
    /// <summary>The day is near and the offer is not answered.</summary>
    OfferReminder,
    /// <summary>It is the last day, and the offer is not answered.</summary>
    OfferLastCall,
    /// <summary>The place was taken.</summary>
    OfferConfirmed,
    /// <summary>The place was declined.</summary>
    OfferDeclined,
    /// <summary>The day passed, and the offer with it.</summary>
    OfferLapsed,
    /// <summary>The offer was taken back, because its round was void.</summary>
    OfferRevoked,
    /// <summary>The student record is made.</summary>
    Enrolled,
}
