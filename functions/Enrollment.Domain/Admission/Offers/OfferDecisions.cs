using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.Offers;

/// <summary>A round offers a place; the family takes it or declines; a void round takes it back. Silence is <see cref="PassedDeadline"/>'s.</summary>
public static class OfferDecisions
{
    /// <summary>Offers a place.</summary>
    /// <returns>The change; null when the application has this round's offer already, or can have none: withdrawn, transferred, placed before.</returns>
    public static Change? Offer(Application application, SchoolCode school, string round, PolicyCalendar calendar, Deadline answerWithin, DateTimeOffset now)
    {
        if (application.Offer?.Round == round || ApplicationLifecycle.Apply(application.Status, ApplicationAction.Offer) is not Transition.Allowed allowed)
            return null;
        var lastDay = calendar.LastDay(answerWithin, BureauDay.Of(now));
        var offer = new PlaceOffer(school.Value, round, now, lastDay, BureauDay.StartOf(lastDay.AddDays(1)));
        return new Change(application with { Status = allowed.To, Offer = offer, UpdatedAt = now },
            [new ApplicationEvent(ApplicationEventKind.PlaceOffered, now, Actor.Service)]);
    }

    /// <summary>
    /// Between the sealing of the list and its publication another child's place has come to bind the home (R6): the child is placed by
    /// coordination. Null when the application can have no offer of the round anyhow.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="on">When that place was taken.</param>
    /// <param name="until">The first day on which it no longer binds.</param>
    /// <param name="now">Now.</param>
    public static Change? HomeTaken(Application application, DateOnly on, DateOnly until, DateTimeOffset now)
    {
        if (application.Status is not ApplicationStatus.Verified || ApplicationLifecycle.Apply(application.Status, ApplicationAction.Coordinate) is not Transition.Allowed allowed)
            return null;
        var finding = new RuleFinding(RuleId.R6, RuleResult.NotSatisfied, FindingReason.PlaceLocked, [RuleFinding.Text(on), RuleFinding.Text(until)], Source: null, DataAsOf: null);
        return new Change(application with { Status = allowed.To, UpdatedAt = now },
            [new ApplicationEvent(ApplicationEventKind.SentToCoordination, now, Actor.Service, Department: null, [finding])]);
    }

    /// <summary>The family takes the place; null when there is no open offer.</summary>
    public static Change? Confirm(Application application, DateTimeOffset now) =>
        ApplicationLifecycle.Apply(application.Status, ApplicationAction.Confirm) is Transition.Allowed allowed
            ? new Change(application with { Status = allowed.To, UpdatedAt = now }, [new ApplicationEvent(ApplicationEventKind.OfferConfirmed, now, Actor.Parent)])
            : null;

    /// <summary>The family declines; the child waits for coordinated placement, because schooling is a duty. Null when there is no open offer.</summary>
    public static Change? Decline(Application application, DateTimeOffset now)
    {
        if (ApplicationLifecycle.Apply(application.Status, ApplicationAction.Decline) is not Transition.Allowed declined
            || ApplicationLifecycle.Apply(declined.To, ApplicationAction.Coordinate) is not Transition.Allowed allowed)
        {
            return null;
        }
        return new Change(application with { Status = allowed.To, UpdatedAt = now },
        [
            new ApplicationEvent(ApplicationEventKind.OfferDeclined, now, Actor.Parent),
            new ApplicationEvent(ApplicationEventKind.SentToCoordination, now, Actor.Service),
        ]);
    }

    /// <summary>A round that was void takes back what it offered; null when the application holds nothing of it.</summary>
    public static Change? Revoke(Application application, string round, DateTimeOffset now)
    {
        if (application.Offer is not { IsRevoked: false } offer || offer.Round != round
            || ApplicationLifecycle.Apply(application.Status, ApplicationAction.RevokeOffer) is not Transition.Allowed allowed)
        {
            return null;
        }
        var status = application.Established is null ? ApplicationStatus.AwaitingCoordination : allowed.To;
        return new Change(application with { Status = status, Offer = offer with { IsRevoked = true }, UpdatedAt = now }, [new ApplicationEvent(ApplicationEventKind.OfferRevoked, now, Actor.Service)]);
    }
}
