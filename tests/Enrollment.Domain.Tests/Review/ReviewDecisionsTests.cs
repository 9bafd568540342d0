using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.Review.ReviewData;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Review;

public sealed class ReviewDecisionsTests
{
    private static readonly ReviewAction.ProposeRefusal ToLesser = new(RuleId.R4, CategoryCode.ResidentNotConsistent, For(ReasonUse.Refuse, "产权不在此处"));
    private static readonly ReviewAction.ProposeRefusal ToCoordination = new(RuleId.R4, Instead: null, For(ReasonUse.Refuse));

    [Fact]
    public void Claim_FreeCase_IsHeldForItsTime()
    {
        var claimed = HomeElsewhere().Claimed(Ann);

        Assert.Equal(new ReviewClaim("ann", Now + HalfAnHour), claimed.Review!.Claim);
        Assert.Equal(ReviewRefusal.ClaimedByAnother, claimed.Refusal(Ben, new ReviewAction.Claim(HalfAnHour), Now + HalfAnHour - TimeSpan.FromTicks(1)));
        Assert.Equal("ben", claimed.Claimed(Ben, Now + HalfAnHour).Review!.Claim!.By);
        Assert.Equal(Now + HalfAnHour + HalfAnHour, claimed.Claimed(Ann, Now + HalfAnHour).Review!.Claim!.Until);
    }

    [Fact]
    public void Decide_WithoutALiveClaim_IsRefused()
    {
        var action = new ReviewAction.Establish(CategoryCode.ConsistentResident, For(ReasonUse.Establish));
        var claimed = HomeElsewhere().Claimed(Ann);

        Assert.Equal(ReviewRefusal.NotClaimed, HomeElsewhere().Refusal(Ann, action));
        Assert.Equal(ReviewRefusal.ClaimedByAnother, claimed.Refusal(Ben, action));
        Assert.Equal(ReviewRefusal.NotClaimed, claimed.Refusal(Ann, action, Now + HalfAnHour));
        Assert.Equal(ReviewRefusal.NotClaimed, claimed.Did(Ann, new ReviewAction.Release()).After.Refusal(Ann, action));
    }

    [Fact]
    public void ConfirmCheck_AllThatIsOpen_EstablishesTheClaimWithThePersonInTheFindings()
    {
        var action = new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Confirmed, [RuleId.R4, RuleId.R5], For(ReasonUse.ConfirmCheck, "原件"));

        var change = HomeElsewhere().Claimed(Ann).Did(Ann, action);

        Assert.Equal((ApplicationStatus.Verified, CategoryCode.ConsistentResident), (change.After.Status, change.After.Established));
        Assert.Equal("CheckDecided CategoryEstablished", change.Kinds());
        var finding = change.After.Findings.Single(f => f.Rule is RuleId.R4);
        Assert.Equal((RuleResult.Satisfied, FindingReason.ConfirmedByPerson, Department.Property), (finding.Result, finding.Reason, finding.Source));
        Assert.Equal(["2026-07-01", action.Grounds.Reason], finding.Arguments);
        Assert.Equal(CheckStatus.ManuallyConfirmed, change.After.StatusOf(Department.Property));
        Assert.Null(change.After.Review!.Claim);
    }

    [Fact]
    public void ConfirmCheck_SomeOfWhatIsOpen_LeavesTheCaseWithItsHolder()
    {
        var decided = HomeElsewhere().Claimed(Ann).Did(Ann, new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Waived, [RuleId.R5], For(ReasonUse.WaiveCheck))).After;

        Assert.Equal((ApplicationStatus.UnderReview, "ann"), (decided.Status, decided.Review!.Claim!.By));
        Assert.Equal(RuleResult.NotSatisfied, decided.Findings.Single(f => f.Rule is RuleId.R4).Result);
    }

    [Fact]
    public void ConfirmCheck_OneOfTwoRegistersTheRuleNeeds_IsNotEnough()
    {
        var application = HomeElsewhere().WithCheck(Department.Police, check => check with { State = new CheckState.Simple(CheckStatus.NotFound), Answer = null });

        var decided = application.Claimed(Ann).Did(Ann, new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Confirmed, [RuleId.R4, RuleId.R5], For(ReasonUse.ConfirmCheck))).After;

        Assert.Equal(ApplicationStatus.UnderReview, decided.Status);
        Assert.NotEqual(RuleResult.Satisfied, decided.Findings.Single(f => f.Rule is RuleId.R4).Result);
    }

    [Fact]
    public void RejectCheck_RuleTheRegisterProves_IsNotSatisfiedByAPerson()
    {
        var decided = HomeElsewhere().Claimed(Ann).Did(Ann, new ReviewAction.DecideCheck(Department.Police, CheckVerdict.Rejected, [RuleId.RI], For(ReasonUse.RejectCheck))).After;

        Assert.Equal((RuleResult.NotSatisfied, FindingReason.RejectedByPerson), decided.Findings.Single(f => f.Rule is RuleId.RI) switch { var f => (f.Result, f.Reason) });
        Assert.Equal((ApplicationStatus.UnderReview, null), (decided.Status, decided.Proposed));
    }

    [Theory]
    [InlineData(Department.Property, RuleId.R3)]
    [InlineData(Department.Police, RuleId.R1)]
    public void DecideCheck_RuleThatDoesNotRestOnIt_IsRefused(Department department, RuleId rule) =>
        Assert.Equal(ReviewRefusal.RuleDoesNotFit, HomeElsewhere().Claimed(Ann).Refusal(Ann, new ReviewAction.DecideCheck(department, CheckVerdict.Confirmed, [rule], For(ReasonUse.ConfirmCheck))));

    [Fact]
    public void DecideCheck_ReasonOfAnotherUse_IsRefused() =>
        Assert.Equal(ReviewRefusal.UnknownReason, HomeElsewhere().Claimed(Ann).Refusal(Ann,
            new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Confirmed, [RuleId.R4], new Grounds("FalsePapers", Note: null))));

    [Fact]
    public void PersonOnACheck_AskedAnewSince_CountsNoMore()
    {
        var decided = HomeElsewhere().Claimed(Ann).Did(Ann, new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Confirmed, [RuleId.R4], For(ReasonUse.ConfirmCheck))).After;
        var check = decided.CheckOf(Department.Property)! with { State = new CheckState.Simple(CheckStatus.NotFound) };

        Assert.Null(AnsweredCheck.Of(check).Person);
        Assert.NotNull(AnsweredCheck.Of(decided.CheckOf(Department.Property)!).Person);
    }

    [Fact]
    public void Establish_TheClaim_IsAnObjectionableDecisionOfOnePerson()
    {
        var change = HomeElsewhere().Claimed(Ann).Did(Ann, new ReviewAction.Establish(CategoryCode.ConsistentResident, For(ReasonUse.Establish, "note")));

        Assert.Equal((ApplicationStatus.Verified, CategoryCode.ConsistentResident, null), (change.After.Status, change.After.Established, change.After.Proposed));
        Assert.Equal(PersonDecisionKind.Established, change.After.Review!.Decision!.Kind);
        var act = Assert.Single(change.Events) switch { var e => e.Act! };
        Assert.Equal(("ann", "note", "ConsistentResident"), (act.By, act.Note, act.To));
        Assert.All(change.After.Checks, check => Assert.Null(check.DueAt));
    }

    [Theory]
    [InlineData(CategoryCode.ResidentNotConsistent, ReviewRefusal.RefusalNeedsTwoPeople)]
    [InlineData(CategoryCode.MigrantChild, ReviewRefusal.RefusalNeedsTwoPeople)]
    [InlineData(CategoryCode.SiblingBundle, ReviewRefusal.CategoryDoesNotFit)]
    [InlineData(CategoryCode.DeferralRequest, ReviewRefusal.CategoryDoesNotFit)]
    public void Establish_WhatDoesNotServeTheClaim_IsRefused(CategoryCode category, ReviewRefusal refusal) =>
        Assert.Equal(refusal, HomeElsewhere().Claimed(Ann).Refusal(Ann, new ReviewAction.Establish(category, For(ReasonUse.Establish))));

    [Fact]
    public void Refusal_SecondPersonAgrees_LeadsToTheLesserCategoryCitingTheRule()
    {
        var change = HomeElsewhere().Then(Ann, ToLesser).Claimed(Ben).Did(Ben, new ReviewAction.ConfirmRefusal("同意"));

        Assert.Equal((ApplicationStatus.Verified, CategoryCode.ResidentNotConsistent), (change.After.Status, change.After.Established));
        Assert.Equal("ClaimRefused CategoryEstablished", change.Kinds());
        Assert.Equal((RuleId.R4, "ben"), change.Events[0].Act switch { var act => (act!.Rule, act.By) });
        Assert.Equal((PersonDecisionKind.ClaimRefused, RuleId.R4, CategoryCode.ResidentNotConsistent),
            change.After.Review!.Decision switch { var d => (d!.Kind, d.Rule, d.Category) });
        Assert.Equal(["ann", "ben"], change.After.Review.Deciders);
    }

    [Fact]
    public void Refusal_WithoutALesserCategory_LeadsToCoordination()
    {
        var change = HomeElsewhere().Then(Ann, ToCoordination).Claimed(Ben).Did(Ben, new ReviewAction.ConfirmRefusal(Note: null));

        Assert.Equal((ApplicationStatus.AwaitingCoordination, null), (change.After.Status, change.After.Established));
        Assert.Equal("ClaimRefused SentToCoordination", change.Kinds());
    }

    [Fact]
    public void Refusal_BySamePersonTwice_IsRefused()
    {
        var proposed = HomeElsewhere().Then(Ann, ToLesser).Claimed(Ann);

        Assert.Equal(ReviewRefusal.SecondPersonNeeded, proposed.Refusal(Ann, new ReviewAction.ConfirmRefusal(Note: null)));
        Assert.Equal(ReviewRefusal.SecondPersonNeeded, proposed.Refusal(Ann, new ReviewAction.RejectRefusal(Note: null)));
    }

    [Fact]
    public void Refusal_SecondPersonDoesNotAgree_LeavesTheCaseOpen()
    {
        var change = HomeElsewhere().Then(Ann, ToLesser).Claimed(Ben).Did(Ben, new ReviewAction.RejectRefusal("证据不足"));

        Assert.Equal((ApplicationStatus.UnderReview, null), (change.After.Status, change.After.Review!.Refusal));
        Assert.Equal("RefusalRejected", change.Kinds());
    }

    [Theory]
    [InlineData(RuleId.R7, CategoryCode.ResidentNotConsistent, ReviewRefusal.RuleDoesNotFit)]
    [InlineData(RuleId.R4, CategoryCode.ConsistentResident, ReviewRefusal.CategoryDoesNotFit)]
    [InlineData(RuleId.R4, CategoryCode.PreferentialTreatment, ReviewRefusal.CategoryDoesNotFit)]
    [InlineData(RuleId.R4, CategoryCode.Hardship, ReviewRefusal.CategoryDoesNotFit)]
    public void ProposeRefusal_ThatDoesNotFitTheClaim_IsRefused(RuleId rule, CategoryCode instead, ReviewRefusal refusal) =>
        Assert.Equal(refusal, HomeElsewhere().Claimed(Ann).Refusal(Ann, new ReviewAction.ProposeRefusal(rule, instead, For(ReasonUse.Refuse))));

    [Fact]
    public void Refusal_NewAnswerOfADepartmentMeanwhile_IsProposedNoMore()
    {
        var waiting = HomeElsewhere().WithCheck(Department.CivilAffairs, check => check with { State = new CheckState.Simple(CheckStatus.SourceUnavailable), Answer = null });
        var proposed = waiting.Then(Ann, ToLesser);

        var answered = proposed.Taken(Department.CivilAffairs, Consistent().Answer(Department.CivilAffairs), Now);

        Assert.NotNull(proposed.Review!.Refusal);
        Assert.Null(answered.Review!.Refusal);
    }

    [Fact]
    public void School_LooksFirst_AndDecidesNothing()
    {
        var claimed = HomeElsewhere().Claimed(Sue);

        Assert.Null(claimed.Refusal(Sue, ToLesser));
        Assert.Null(claimed.Refusal(Sue, new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Confirmed, [RuleId.R4], For(ReasonUse.ConfirmCheck))));
        Assert.Equal(ReviewRefusal.BureauDecides, claimed.Refusal(Sue, new ReviewAction.Establish(CategoryCode.ConsistentResident, For(ReasonUse.Establish))));
        Assert.Equal(ReviewRefusal.BureauDecides, HomeElsewhere().Then(Ann, ToLesser).Claimed(Sue).Refusal(Sue, new ReviewAction.ConfirmRefusal(Note: null)));
        Assert.Equal(ReviewRefusal.BureauDecides, claimed.Refusal(Sue, new ReviewAction.ProposeVoid(For(ReasonUse.Void))));
    }

    [Fact]
    public void AskForPapers_WhatPapersMayCure_GoesToTheParentWithTheMessage()
    {
        var defects = new[] { new OpenPoint(RuleId.R4, MissMeaning.Evidence, ["RealEstateCertificate"]) };

        var change = HomeElsewhere().Claimed(Ann).Did(Ann, new ReviewAction.AskForPapers(defects, "请上传房产证"));

        Assert.Equal((ApplicationStatus.CorrectionRequested, "请上传房产证"), (change.After.Status, change.After.Correction!.Message));
        Assert.Equal("CorrectionRequested", change.Kinds());
        Assert.Null(change.After.Review!.Claim);
        Assert.Equal(ReviewRefusal.NothingToAskFor, HomeElsewhere().Claimed(Ann).Refusal(Ann,
            new ReviewAction.AskForPapers([new OpenPoint(RuleId.R4, MissMeaning.Evidence, ["NoSuchPaper"])], Message: null)));
        Assert.Equal(ReviewRefusal.NothingToAskFor, HomeElsewhere().Claimed(Ann).Refusal(Ann, new ReviewAction.AskForPapers([], Message: null)));
    }

    [Fact]
    public void HandOver_ToTheOtherAuthority_KeepsTheHistoryAndFreesTheCase()
    {
        var change = HomeElsewhere().Then(Ben, ToLesser).Claimed(Ann).Did(Ann, new ReviewAction.HandOver(Authority.Municipal, For(ReasonUse.Transfer, "市直")));

        Assert.Equal((Authority.Municipal, ApplicationStatus.UnderReview), (change.After.Authority, change.After.Status));
        Assert.Equal((null, null), (change.After.Review!.Claim, change.After.Review.Refusal));
        Assert.Equal("Municipal", Assert.Single(change.Events).Act!.To);
        Assert.Equal(["ben"], change.After.Review.Deciders);
        Assert.Equal(Authority.Municipal, WorkItem.Of(change.After)!.Authority);
        Assert.Equal(ReviewRefusal.SameAuthority, change.After.Claimed(Ann).Refusal(Ann, new ReviewAction.HandOver(Authority.Municipal, For(ReasonUse.Transfer))));
    }

    [Fact]
    public void TransferOut_ToAnAuthorityOutside_EndsItHere()
    {
        var change = HomeElsewhere().Claimed(Ann).Did(Ann, new ReviewAction.TransferOut("丰泽区教育局", For(ReasonUse.Transfer)));

        Assert.Equal((ApplicationStatus.Transferred, null), (change.After.Status, WorkItem.Of(change.After)));
        Assert.Equal(ReviewRefusal.NotPossible, change.After.Refusal(Ann, new ReviewAction.Claim(HalfAnHour)));
    }

    [Fact]
    public void Defer_OnlyWhereTheParentAppliedForIt()
    {
        var change = Deferral().Claimed(Ann).Did(Ann, new ReviewAction.Defer(For(ReasonUse.Defer, "医院证明，局批2026-3")));

        Assert.Equal((ApplicationStatus.Deferred, PersonDecisionKind.Deferred), (change.After.Status, change.After.Review!.Decision!.Kind));
        Assert.Equal(ReviewRefusal.DeferralNotRequested, HomeElsewhere().Claimed(Ann).Refusal(Ann, new ReviewAction.Defer(For(ReasonUse.Defer))));
    }

    [Theory]
    [InlineData(ApplicationStatus.UnderReview)]
    [InlineData(ApplicationStatus.Verified)]
    [InlineData(ApplicationStatus.Offered)]
    public void Void_TwoPeople_LeadsToCoordination(ApplicationStatus status)
    {
        var proposed = (HomeElsewhere() with { Status = status }).Then(Ann, new ReviewAction.ProposeVoid(For(ReasonUse.Void, "伪造")));

        var change = proposed.Claimed(Ben).Did(Ben, new ReviewAction.ConfirmVoid(Note: null));

        Assert.NotNull(WorkItem.Of(proposed));
        Assert.Equal(ReviewRefusal.SecondPersonNeeded, proposed.Claimed(Ann).Refusal(Ann, new ReviewAction.ConfirmVoid(Note: null)));
        Assert.Equal((ApplicationStatus.AwaitingCoordination, null, null), (change.After.Status, change.After.Established, WorkItem.Of(change.After)));
        Assert.Equal(status is ApplicationStatus.Offered ? "Voided OfferRevoked SentToCoordination" : "Voided SentToCoordination", change.Kinds());
        Assert.All(change.Events, e => Assert.Equal(RuleId.R11, e.Act!.Rule));
    }

    [Fact]
    public void Void_SecondPersonDoesNotAgree_ChangesNothingElse()
    {
        var verified = HomeElsewhere() with { Status = ApplicationStatus.Verified, Established = CategoryCode.ConsistentResident };
        var change = verified.Then(Ann, new ReviewAction.ProposeVoid(For(ReasonUse.Void))).Claimed(Ben).Did(Ben, new ReviewAction.RejectVoid("无据"));

        Assert.Equal((ApplicationStatus.Verified, CategoryCode.ConsistentResident, null), (change.After.Status, change.After.Established, WorkItem.Of(change.After)));
        Assert.Equal("VoidingRejected", change.Kinds());
    }

    [Theory]
    [InlineData(ApplicationStatus.Withdrawn)]
    [InlineData(ApplicationStatus.Transferred)]
    public void CaseThatIsOver_WhoeverStillHoldsIt_CanOnlyGiveItBack(ApplicationStatus end)
    {
        var refused = HomeElsewhere().Then(Ann, ToLesser).Then(Ben, new ReviewAction.ConfirmRefusal(Note: null)).Objected(Now);
        var over = refused.Then(Ann, new ReviewAction.ProposeVoid(For(ReasonUse.Void))).Claimed(Cai) with { Status = end };

        Assert.Equal(ReviewRefusal.NotPossible, over.Refusal(Cai, new ReviewAction.UpholdDecision(For(ReasonUse.Uphold))));
        Assert.Equal(ReviewRefusal.NotPossible, over.Refusal(Cai, new ReviewAction.RejectVoid(Note: null)));
        Assert.Null(over.Did(Cai, new ReviewAction.Release()).After.Review!.Claim);
    }

    [Fact]
    public void WaiveCheck_OfAnOfficeThatIsSilent_EndsItsDelay()
    {
        var silent = HomeElsewhere().WithCheck(Department.Property, check => check with
        {
            State = new CheckState.Simple(CheckStatus.SourceUnavailable),
            Answer = null,
            Delay = new CheckDelay(Cases.Start),
        });

        var waived = silent.Then(Ann, new ReviewAction.DecideCheck(Department.Property, CheckVerdict.Waived, [RuleId.R5], For(ReasonUse.WaiveCheck)));

        Assert.Equal(new CheckDelay(Cases.Start, Now), waived.CheckOf(Department.Property)!.Delay);
    }
}
