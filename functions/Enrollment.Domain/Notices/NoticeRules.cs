using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Notices;

/// <summary>Which event of an application gives which notice, and how the parent hears of it.</summary>
public static class NoticeRules
{
    /// <summary>The notice of an event; null for what a parent need not know.</summary>
    /// <param name="number">The event's number in the history.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The application after the change the event belongs to.</param>
    public static Notice? Of(int number, ApplicationEvent happened, Application after) =>
        KindOf(happened.Kind) is { } kind ? new Notice(number, kind, happened.At, LastDayOf(kind, after)) : null;

    /// <summary>The notices of a change, in the order of its events.</summary>
    /// <param name="change">What happened.</param>
    /// <param name="eventsBefore">How many events the application has had.</param>
    public static IEnumerable<Notice> Of(Change change, int eventsBefore) =>
        change.Events.Select((happened, index) => Of(eventsBefore + index + 1, happened, change.After)).OfType<Notice>();

    /// <summary>The notice's kind; null for what concerns departments and staff only, is undone by nobody, or was just done by the parent and changes no state.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A kind of event nobody has decided on.</exception>
    public static NoticeKind? KindOf(ApplicationEventKind happened) => happened switch
    {
        ApplicationEventKind.Submitted => NoticeKind.Received,
        ApplicationEventKind.VerificationStarted or ApplicationEventKind.CallbackPromised or ApplicationEventKind.CheckAnswered
            or ApplicationEventKind.AskedAgain or ApplicationEventKind.SourceUnavailable or ApplicationEventKind.ConflictingAnswer
            or ApplicationEventKind.CheckDecided or ApplicationEventKind.AreaDecided or ApplicationEventKind.SettlementDecided => null,
        // A proposal is nothing yet: the second person may not agree.
        ApplicationEventKind.RefusalProposed or ApplicationEventKind.RefusalRejected
            or ApplicationEventKind.VoidingProposed or ApplicationEventKind.VoidingRejected => null,
        ApplicationEventKind.PaperAdded or ApplicationEventKind.PaperRemoved => null,
        ApplicationEventKind.ParentNotReached or ApplicationEventKind.ParentCalled => null,
        ApplicationEventKind.CategoryEstablished => NoticeKind.CategoryEstablished,
        ApplicationEventKind.ReferredToPerson => NoticeKind.WithAPerson,
        ApplicationEventKind.Withdrawn => NoticeKind.Withdrawn,
        ApplicationEventKind.CorrectionRequested => NoticeKind.CorrectionRequested,
        ApplicationEventKind.DeadlineExtended => NoticeKind.DeadlineExtended,
        ApplicationEventKind.CorrectionReminded => NoticeKind.CorrectionReminder,
        ApplicationEventKind.CorrectionLastCalled => NoticeKind.CorrectionLastCall,
        ApplicationEventKind.Resubmitted => NoticeKind.AnswerReceived,
        ApplicationEventKind.CorrectionExpired => NoticeKind.CorrectionExpired,
        ApplicationEventKind.PaperInfected => NoticeKind.PaperInfected,
        ApplicationEventKind.ClaimRefused => NoticeKind.ClaimRefused,
        ApplicationEventKind.Transferred => NoticeKind.Transferred,
        ApplicationEventKind.Voided => NoticeKind.Voided,
        ApplicationEventKind.Deferred => NoticeKind.Deferred,
        ApplicationEventKind.ObjectionRaised => NoticeKind.ObjectionReceived,
        ApplicationEventKind.ObjectionAnswered => NoticeKind.ObjectionAnswered,
        ApplicationEventKind.SentToCoordination => NoticeKind.AwaitingCoordination,
        ApplicationEventKind.SchoolsChosen => NoticeKind.ChoicesReceived,
        ApplicationEventKind.PlaceOffered => NoticeKind.PlaceOffered,
        ApplicationEventKind.OfferReminded => NoticeKind.OfferReminder,
        ApplicationEventKind.OfferLastCalled => NoticeKind.OfferLastCall,
        ApplicationEventKind.OfferConfirmed => NoticeKind.OfferConfirmed,
        ApplicationEventKind.OfferDeclined => NoticeKind.OfferDeclined,
        ApplicationEventKind.OfferLapsed => NoticeKind.OfferLapsed,
        ApplicationEventKind.OfferRevoked => NoticeKind.OfferRevoked,
        ApplicationEventKind.Enrolled => NoticeKind.Enrolled,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Nobody has decided whether parents are told."),
    };

    /// <summary>
    /// How a notice leaves the service unless a setting adds to it; null for the inbox only. By text message goes what asks for something, what
    /// decides something against the family, and what somebody else might have done with the parent's account; by phone what is lost tomorrow
    /// (Jinjiang calls for every failure, DOMAIN.md 1.4 [S20]; which ones is [OWN]).
    /// </summary>
    public static NoticeChannel? UsualChannel(NoticeKind kind) => kind switch
    {
        NoticeKind.CorrectionLastCall or NoticeKind.OfferLastCall => NoticeChannel.Call,
        NoticeKind.CorrectionRequested or NoticeKind.CorrectionReminder or NoticeKind.PaperInfected
            or NoticeKind.PlaceOffered or NoticeKind.OfferReminder => NoticeChannel.Sms,
        NoticeKind.CorrectionExpired or NoticeKind.ClaimRefused or NoticeKind.Transferred or NoticeKind.Voided or NoticeKind.Deferred
            or NoticeKind.ObjectionAnswered or NoticeKind.OfferLapsed or NoticeKind.OfferRevoked => NoticeChannel.Sms,
        NoticeKind.Withdrawn or NoticeKind.OfferDeclined => NoticeChannel.Sms,
        NoticeKind.Received or NoticeKind.CategoryEstablished or NoticeKind.WithAPerson or NoticeKind.DeadlineExtended
            or NoticeKind.AnswerReceived or NoticeKind.ObjectionReceived or NoticeKind.AwaitingCoordination or NoticeKind.ChoicesReceived
            or NoticeKind.OfferConfirmed or NoticeKind.Enrolled => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>False once a notice asks for what is done or no longer possible: it waited for the morning, or for its way out, too long.</summary>
    public static bool IsStillTrue(Notice notice, Application application) => notice.Kind switch
    {
        // A day that moved on since makes the request no less true; a reminder of the day before is none.
        NoticeKind.CorrectionRequested => application is { Status: ApplicationStatus.CorrectionRequested, Correction: { } asked } && asked.LastDay >= notice.LastDay,
        NoticeKind.DeadlineExtended or NoticeKind.CorrectionReminder or NoticeKind.CorrectionLastCall =>
            application is { Status: ApplicationStatus.CorrectionRequested, Correction: { } correction } && correction.LastDay == notice.LastDay,
        NoticeKind.PaperInfected => application.Status is ApplicationStatus.CorrectionRequested,
        NoticeKind.PlaceOffered or NoticeKind.OfferReminder or NoticeKind.OfferLastCall =>
            application is { Status: ApplicationStatus.Offered, Offer: { } offer } && offer.LastDay == notice.LastDay,
        _ => true,
    };

    private static DateOnly? LastDayOf(NoticeKind kind, Application after) => kind switch
    {
        NoticeKind.CorrectionRequested or NoticeKind.DeadlineExtended or NoticeKind.CorrectionReminder or NoticeKind.CorrectionLastCall => after.Correction?.LastDay,
        NoticeKind.PlaceOffered or NoticeKind.OfferReminder or NoticeKind.OfferLastCall => after.Offer?.LastDay,
        _ => null,
    };
}
