using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.Review.ReviewData;

namespace Enrollment.Domain.Tests.Review;

/// <summary>
/// Random histories of four people, a parent and the clock. The oracle is slow and obvious: it keeps the whole diary and reads it from the
/// beginning before every step.
/// </summary>
public sealed class ReviewHistoryTests
{
    private static readonly Reviewer[] People = [Ann, Ben, Cai, Sue];

    private static readonly ReviewAction[] Actions =
    [
        new ReviewAction.Claim(HalfAnHour), new ReviewAction.Release(),
        new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Confirmed, [RuleId.R4], For(ReasonUse.ConfirmCheck)),
        new ReviewAction.DecideCheck(Department.Police, CheckVerdict.Rejected, [RuleId.RI], For(ReasonUse.RejectCheck)),
        new ReviewAction.Establish(CategoryCode.ConsistentResident, For(ReasonUse.Establish)),
        new ReviewAction.ProposeRefusal(RuleId.RI, CategoryCode.ResidentNotConsistent, For(ReasonUse.Refuse)),
        new ReviewAction.ProposeRefusal(RuleId.RI, Instead: null, For(ReasonUse.Refuse)),
        new ReviewAction.ConfirmRefusal(Note: null), new ReviewAction.ConfirmRefusal(Note: null), new ReviewAction.RejectRefusal(Note: null),
        new ReviewAction.HandOver(Authority.Municipal, For(ReasonUse.Transfer)), new ReviewAction.HandOver(Authority.District, For(ReasonUse.Transfer)),
        new ReviewAction.TransferOut("外区", For(ReasonUse.Transfer)), new ReviewAction.Defer(For(ReasonUse.Defer)),
        new ReviewAction.ProposeVoid(For(ReasonUse.Void)), new ReviewAction.ConfirmVoid(Note: null), new ReviewAction.RejectVoid(Note: null),
        new ReviewAction.UpholdDecision(For(ReasonUse.Uphold)), new ReviewAction.UpholdDecision(For(ReasonUse.Uphold)), new ReviewAction.ChangeDecision(CategoryCode.ConsistentResident, For(ReasonUse.Change)),
        new ReviewAction.AskForPapers(Defects: null, Message: null),
    ];

    // A parent's objection is drawn as often as a few of the actions; most who act claim first; minutes let claims expire and days pass.
    private static readonly Gen<(int Who, int What, bool Claims, int Minutes)[]> Histories =
        Gen.Select(Gen.Int[0, People.Length - 1], Gen.Int[0, Actions.Length + 5], Gen.Int[0, 5].Select(i => i > 0), Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 45], Gen.Int[0, 2000])).Array[1, 60];

    [Fact]
    public void Histories_OfPeopleWhoActAsTheyLike_KeepEveryRuleOfTwo() => Histories.Sample(history =>
    {
        foreach (var first in (Application[])[HomeElsewhere(), Deferral()])
            Run(first, history);
    }, iter: 2000);

    private static void Run(Application application, (int Who, int What, bool Claims, int Minutes)[] history)
    {
        var (diary, now) = (new Diary(), Now);
        foreach (var (who, what, claims, minutes) in history)
        {
            now += TimeSpan.FromMinutes(minutes);
            if (claims && what < Actions.Length)
                application = Act(application, People[who], Actions[0], diary, now);
            application = what < Actions.Length ? Act(application, People[who], Actions[what], diary, now) : Object(application, diary, now);
        }
    }

    private static Application Act(Application before, Reviewer by, ReviewAction action, Diary diary, DateTimeOffset now)
    {
        var outcome = ReviewDecisions.Decide(before, action, by, TestData.Policy, now);
        var holder = diary.HolderAt(now);
        if (action is not ReviewAction.Claim)
            Assert.Equal(holder == by.Id, outcome is not ReviewOutcome.Refused { Reason: ReviewRefusal.NotClaimed or ReviewRefusal.ClaimedByAnother });
        else
            Assert.Equal(holder is not null && holder != by.Id, outcome is ReviewOutcome.Refused { Reason: ReviewRefusal.ClaimedByAnother });
        if (outcome is not ReviewOutcome.Allowed { Change: var change })
            return before;
        diary.Note(by, action, change, now);
        ChangeHolds(before, change);
        diary.Holds();
        return change.After;
    }

    private static Application Object(Application before, Diary diary, DateTimeOffset now)
    {
        var outcome = RaiseObjection.Decide(before, "请复查", TestData.Policy, now);
        var isOpen = before.Status is not (ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested or ApplicationStatus.Transferred);
        Assert.Equal(isOpen && diary.MayObjectAt(now), outcome is ObjectionOutcome.Allowed);
        if (outcome is not ObjectionOutcome.Allowed { Change: var change })
            return before;
        diary.Note(change);
        ChangeHolds(before, change);
        return change.After;
    }

    private static void ChangeHolds(Application before, Change change)
    {
        var after = change.After;
        Assert.True(change.Events.Count > 0 || (after with { Review = before.Review }) == before, "changed without an event");
        Assert.True(before.Status == after.Status || Enum.GetValues<ApplicationAction>().Any(first =>
            ApplicationLifecycle.Apply(before.Status, first) is Transition.Allowed { To: var to }
            && (to == after.Status || (to is ApplicationStatus.Voided && after.Status is ApplicationStatus.AwaitingCoordination))), $"{before.Status} to {after.Status}");
        Assert.True(after.Status is not ApplicationStatus.Voided, "left without a way to a school");
        Assert.All(change.Events.Where(e => e.By is Actor.Staff), e => Assert.NotNull(e.Act));
        Assert.Equal(after.Status is ApplicationStatus.UnderReview || (after is { Status: not ApplicationStatus.Transferred, Review: { Objection.IsOpen: true } or { Voiding: not null } }),
            WorkItem.Of(after) is not null);
    }

    /// <summary>Everything that happened, from which all that holds is read anew.</summary>
    private sealed class Diary
    {
        private readonly List<(string By, DateTimeOffset From, DateTimeOffset Until)> _claims = [];
        private readonly List<ApplicationEvent> _events = [];

        public string? HolderAt(DateTimeOffset now) => _claims.Count > 0 && _claims[^1] is var last && now < last.Until ? last.By : null;

        public void Note(Reviewer by, ReviewAction action, Change change, DateTimeOffset now)
        {
            _events.AddRange(change.Events);
            if (action is ReviewAction.Claim)
                _claims.Add((by.Id, now, now + HalfAnHour));
            else if (action is not ReviewAction.DecideCheck || change.After.Status is not ApplicationStatus.UnderReview)
                _claims.Add((by.Id, now, now));
        }

        public void Note(Change change) => _events.AddRange(change.Events);

        // The last decision that takes something or gives it, and no objection after it; three working days, the day itself not counted.
        public bool MayObjectAt(DateTimeOffset now)
        {
            var decided = _events.FindLastIndex(IsDecision);
            if (decided < 0 || _events[decided..].Exists(e => e.Kind is ApplicationEventKind.ObjectionRaised))
                return false;
            var (day, left) = (BureauDay.Of(_events[decided].At), 3);
            while (left > 0)
            {
                day = day.AddDays(1);
                left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
            }
            return BureauDay.Of(now) <= day;
        }

        public void Holds()
        {
            TwoDiffer(ApplicationEventKind.RefusalProposed, ApplicationEventKind.ClaimRefused, ApplicationEventKind.RefusalRejected);
            TwoDiffer(ApplicationEventKind.VoidingProposed, ApplicationEventKind.Voided, ApplicationEventKind.VoidingRejected);
            foreach (var (index, answer) in _events.Index().Where(entry => entry.Item.Kind is ApplicationEventKind.ObjectionAnswered))
            {
                var before = _events[..index].Where(e => e.Act is not null && e.Kind is not ApplicationEventKind.Transferred).Select(e => e.Act!.By);
                Assert.DoesNotContain(answer.Act!.By, before);
                Assert.True(_events[..(index + 1)].Count(e => e.Kind is ApplicationEventKind.ObjectionAnswered) <= _events[..index].Count(e => e.Kind is ApplicationEventKind.ObjectionRaised));
            }
            Assert.All(_events.Where(e => e.Act is { By: "sue" }), e => Assert.True(e.Kind is ApplicationEventKind.CheckDecided or ApplicationEventKind.RefusalProposed or ApplicationEventKind.CorrectionRequested));
        }

        private void TwoDiffer(ApplicationEventKind first, params ApplicationEventKind[] second)
        {
            foreach (var (index, answer) in _events.Index().Where(entry => second.Contains(entry.Item.Kind)))
            {
                var proposed = _events[..index].FindLast(e => e.Kind == first);
                Assert.True(proposed is not null && proposed.Act!.By != answer.Act!.By, "one person did what takes two");
            }
        }

        private static bool IsDecision(ApplicationEvent happened) => happened.Kind is ApplicationEventKind.ClaimRefused or ApplicationEventKind.Voided
            || (happened is { Kind: ApplicationEventKind.Deferred or ApplicationEventKind.CategoryEstablished, By: Actor.Staff, Act.Reason: var reason } && IsFirstHand(reason));

        // Not what follows a refusal, nor the answer to an objection.
        private static bool IsFirstHand(string? reason) => reason == For(ReasonUse.Establish).Reason || reason == For(ReasonUse.Defer).Reason;
    }
}
