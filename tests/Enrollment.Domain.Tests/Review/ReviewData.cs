using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Review;

/// <summary>Cases before a person, and the people who act on them.</summary>
internal static class ReviewData
{
    public static readonly Reviewer Ann = new("ann", IsOfSchool: false);
    public static readonly Reviewer Ben = new("ben", IsOfSchool: false);
    public static readonly Reviewer Cai = new("cai", IsOfSchool: false);
    public static readonly Reviewer Sue = new("sue", IsOfSchool: true);

    public static readonly DateTimeOffset Now = Cases.Start + TimeSpan.FromHours(1);
    public static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    /// <summary>Claims C1; the home is elsewhere, so R4 is not met and C3 is what the registers prove.</summary>
    public static Application HomeElsewhere() => BeforeAPerson(Consistent().With(HomeOf(address: Elsewhere)));

    /// <summary>Claims C13: papers no register holds.</summary>
    public static Application Deferral() => BeforeAPerson(Consistent().Claiming(CategoryCode.DeferralRequest));

    public static Application BeforeAPerson(Facts facts)
    {
        var started = facts.Started();
        var answered = started with
        {
            Checks = [.. started.Checks.Select(check => check with
            {
                State = facts.Assess(check.Department),
                Answer = new ReceivedAnswer("{}", facts.Report(check.Department), Cases.Start),
                DueAt = null,
            })],
            Status = ApplicationStatus.UnderReview,
            Proposed = CategoryCode.ResidentNotConsistent,
            Review = ReviewCase.Referred(before: null, Cases.Start),
        };
        return answered;
    }

    public static Grounds For(ReasonUse use, string? note = null) => new(TestData.Policy.Reasons.First(reason => reason.Uses.Contains(use)).Id, note);

    public static ReviewOutcome Do(this Application application, Reviewer by, ReviewAction action, DateTimeOffset? at = null) =>
        ReviewDecisions.Decide(application, action, by, TestData.Policy, at ?? Now);

    public static Change Did(this Application application, Reviewer by, ReviewAction action, DateTimeOffset? at = null) =>
        application.Do(by, action, at) is ReviewOutcome.Allowed allowed ? allowed.Change : throw new InvalidOperationException($"{application.Do(by, action, at)}");

    public static Application Claimed(this Application application, Reviewer by, DateTimeOffset? at = null) => application.Did(by, new ReviewAction.Claim(HalfAnHour), at).After;

    /// <summary>Claims, then acts.</summary>
    public static Application Then(this Application application, Reviewer by, ReviewAction action, DateTimeOffset? at = null) =>
        application.Claimed(by, at).Did(by, action, at).After;

    public static ReviewRefusal? Refusal(this Application application, Reviewer by, ReviewAction action, DateTimeOffset? at = null) =>
        application.Do(by, action, at) is ReviewOutcome.Refused refused ? refused.Reason : null;

    public static Application Objected(this Application application, DateTimeOffset at) =>
        ((ObjectionOutcome.Allowed)RaiseObjection.Decide(application, "请再看一次", TestData.Policy, at)).Change.After;
}
