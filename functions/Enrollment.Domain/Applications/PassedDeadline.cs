namespace Enrollment.Domain.Applications;

/// <summary>What a deadline of the parent does when it has passed unanswered.</summary>
public static class PassedDeadline
{
    /// <summary>The change, or null while no deadline has passed.</summary>
    public static Change? Decide(Application application, DateTimeOffset now) => application switch
    {
        // Decided on what is on file, never dropped (DOMAIN.md 1.8).
        { Status: ApplicationStatus.CorrectionRequested, Correction: { } correction } when correction.DueAt <= now =>
            Step(application, now, (ApplicationAction.ReferToPerson, ApplicationEventKind.CorrectionExpired)),
        // A lapsed child still goes to coordinated placement, because schooling is a duty (DOMAIN.md 1.9).
        { Status: ApplicationStatus.Offered, Offer: { } offer } when offer.DueAt <= now => Step(application, now,
            (ApplicationAction.Lapse, ApplicationEventKind.OfferLapsed), (ApplicationAction.Coordinate, ApplicationEventKind.SentToCoordination)),
        _ => null,
    };

    private static Change Step(Application application, DateTimeOffset now, params ReadOnlySpan<(ApplicationAction Action, ApplicationEventKind Kind)> steps)
    {
        var (status, events) = (application.Status, new List<ApplicationEvent>());
        foreach (var (action, kind) in steps)
        {
            status = ApplicationLifecycle.Apply(status, action) is Transition.Allowed allowed
                ? allowed.To
                : throw new InvalidOperationException($"{status} does not allow {action}.");
            events.Add(new ApplicationEvent(kind, now, Actor.Service));
        }
        var review = status is ApplicationStatus.UnderReview ? ReviewCase.Referred(application.Review, now) : application.Review;
        return new Change(application with { Status = status, UpdatedAt = now, Review = review }, events);
    }
}
