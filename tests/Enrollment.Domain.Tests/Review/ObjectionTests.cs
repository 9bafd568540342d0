using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.Review.ReviewData;

namespace Enrollment.Domain.Tests.Review;

public sealed class ObjectionTests
{
    private static readonly ReviewAction.ChangeDecision Change = new(CategoryCode.ConsistentResident, For(ReasonUse.Change, "房产证已核"));
    private static readonly ReviewAction.UpholdDecision Uphold = new(For(ReasonUse.Uphold, "维持"));

    // Wednesday 1 July 2026 in Beijing; three working days later is Monday the 6th.
    private static readonly DateTimeOffset LastMoment = BureauDay.StartOf(new DateOnly(2026, 7, 7)).AddTicks(-1);

    [Fact]
    public void Raise_UntilTheLastMomentOfTheLastDay_IsTaken()
    {
        var refused = Refused();

        var outcome = RaiseObjection.Decide(refused, "我家的房产证在办", TestData.Policy, LastMoment);

        var change = Assert.IsType<ObjectionOutcome.Allowed>(outcome).Change;
        Assert.Equal("ObjectionRaised", change.Kinds());
        Assert.Equal((ApplicationStatus.Verified, CategoryCode.ResidentNotConsistent), (change.After.Status, change.After.Established));
        Assert.Equal(WorkKind.Objection, WorkItem.Of(change.After)!.Kind);
        Assert.Equal(new DateOnly(2026, 7, 13), change.After.Review!.Objection!.AnswerUntil);
        Assert.Equal(new ObjectionOutcome.Refused(ObjectionRefusal.TooLate), RaiseObjection.Decide(refused, "x", TestData.Policy, LastMoment.AddTicks(1)));
    }

    [Fact]
    public void Raise_SecondTimeAgainstOneDecision_IsRefused()
    {
        var raised = Refused().Objected(Now);
        var answered = raised.Then(Cai, Uphold);

        Assert.Equal(new ObjectionOutcome.Refused(ObjectionRefusal.RaisedBefore), RaiseObjection.Decide(raised, "x", TestData.Policy, Now));
        Assert.Equal(new ObjectionOutcome.Refused(ObjectionRefusal.RaisedBefore), RaiseObjection.Decide(answered, "x", TestData.Policy, Now));
    }

    [Fact]
    public void Raise_NobodyDecided_IsRefused()
    {
        var byMachine = HomeElsewhere() with { Status = ApplicationStatus.Verified, Established = CategoryCode.ConsistentResident };

        Assert.Equal(new ObjectionOutcome.Refused(ObjectionRefusal.NothingDecided), RaiseObjection.Decide(byMachine, "x", TestData.Policy, Now));
        Assert.Equal(new ObjectionOutcome.Refused(ObjectionRefusal.NothingDecided), RaiseObjection.Decide(Refused() with { Status = ApplicationStatus.Withdrawn }, "x", TestData.Policy, Now));
    }

    [Fact]
    public void Answer_ByWhoeverDecidedBefore_IsRefused()
    {
        var raised = Refused().Objected(Now);

        Assert.All([Ann, Ben], decider => Assert.Equal(ReviewRefusal.AnotherReviewerNeeded, raised.Claimed(decider).Refusal(decider, Change)));
        Assert.All([Ann, Ben], decider => Assert.Equal(ReviewRefusal.AnotherReviewerNeeded, raised.Claimed(decider).Refusal(decider, Uphold)));
        Assert.Equal(ReviewRefusal.BureauDecides, raised.Claimed(Sue).Refusal(Sue, Uphold));
    }

    [Fact]
    public void Answer_ThatUpholds_IsTheOnlyOne()
    {
        var change = Refused().Objected(Now).Claimed(Cai).Did(Cai, Uphold);

        Assert.Equal((CategoryCode.ResidentNotConsistent, null), (change.After.Established, WorkItem.Of(change.After)));
        Assert.Equal(("cai", null), change.After.Review!.Objection!.Answer switch { var answer => (answer!.By, answer.Changed) });
        Assert.Equal(ReviewRefusal.NoObjection, change.After.Claimed(Cai).Refusal(Cai, Uphold));
    }

    [Theory]
    [InlineData(ApplicationStatus.Verified, ApplicationStatus.Verified)]
    [InlineData(ApplicationStatus.AwaitingCoordination, ApplicationStatus.Verified)]
    [InlineData(ApplicationStatus.Lapsed, ApplicationStatus.Verified)]
    [InlineData(ApplicationStatus.Offered, ApplicationStatus.Offered)]
    [InlineData(ApplicationStatus.Confirmed, ApplicationStatus.Confirmed)]
    public void Answer_ThatChanges_GivesTheCategoryAndKeepsAPlaceHeld(ApplicationStatus status, ApplicationStatus after)
    {
        var change = (Refused() with { Status = status }).Objected(Now).Claimed(Cai).Did(Cai, Change);

        Assert.Equal((after, CategoryCode.ConsistentResident), (change.After.Status, change.After.Established));
        Assert.Equal("ObjectionAnswered CategoryEstablished", change.Kinds());
    }

    [Theory]
    [InlineData(CategoryCode.ResidentNotConsistent)]
    [InlineData(CategoryCode.MigrantChild)]
    [InlineData(CategoryCode.Hardship)]
    [InlineData(CategoryCode.DeferralRequest)]
    public void Answer_ThatLeavesTheChildNoBetter_IsRefused(CategoryCode category) =>
        Assert.Equal(ReviewRefusal.CategoryDoesNotFit, Refused().Objected(Now).Claimed(Cai).Refusal(Cai, Change with { Category = category }));

    [Fact]
    public void Objection_AgainstARefusedDeferral_MayEndInTheDeferral()
    {
        var refused = Deferral().Then(Ann, new ReviewAction.ProposeRefusal(TestData.Policy.Category(CategoryCode.DeferralRequest).Requires[0], CategoryCode.ConsistentResident, For(ReasonUse.Refuse)))
            .Then(Ben, new ReviewAction.ConfirmRefusal(Note: null));

        var change = refused.Objected(Now).Claimed(Cai).Did(Cai, Change with { Category = CategoryCode.DeferralRequest });

        Assert.Equal(CategoryCode.ConsistentResident, refused.Established);
        Assert.Equal((ApplicationStatus.Deferred, null), (change.After.Status, change.After.Established));
    }

    [Fact]
    public void Objection_AfterAnotherDecision_MayBeRaisedAgain()
    {
        var answered = Refused().Objected(Now).Then(Cai, Uphold);
        var voided = answered.Then(Ann, new ReviewAction.ProposeVoid(For(ReasonUse.Void)), Now.AddMinutes(1)).Then(Ben, new ReviewAction.ConfirmVoid(Note: null), Now.AddMinutes(2));

        Assert.IsType<ObjectionOutcome.Allowed>(RaiseObjection.Decide(voided, "x", TestData.Policy, Now.AddMinutes(3)));
    }

    private static Application Refused() => HomeElsewhere()
        .Then(Ann, new ReviewAction.ProposeRefusal(RuleId.R4, CategoryCode.ResidentNotConsistent, For(ReasonUse.Refuse)))
        .Then(Ben, new ReviewAction.ConfirmRefusal(Note: null));
}
