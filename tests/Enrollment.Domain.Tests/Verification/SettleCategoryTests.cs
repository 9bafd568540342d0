using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification;

public sealed class SettleCategoryTests
{
    private static readonly DateTimeOffset Now = Cases.Start + TimeSpan.FromHours(1);
    private static readonly ApplicationEvent Answered = new(ApplicationEventKind.CheckAnswered, Now, Actor.Department, Department.Property);

    [Theory]
    [InlineData(CheckStatus.NotStarted)]
    [InlineData(CheckStatus.Queued)]
    [InlineData(CheckStatus.Pending)]
    public void WhenComplete_ACheckIsOpen_LeavesTheChange(CheckStatus open)
    {
        var change = Unsettled(Consistent(), Department.CivilAffairs, check => check with { State = new CheckState.Simple(open) });

        Assert.Same(change, SettleCategory.WhenComplete(change, Policy, Now));
    }

    [Theory]
    [InlineData(ApplicationStatus.Withdrawn)]
    [InlineData(ApplicationStatus.Verified)]
    public void WhenComplete_NotBeingVerified_LeavesTheChange(ApplicationStatus status)
    {
        var change = Unsettled(Consistent());
        change = change with { After = change.After with { Status = status } };

        Assert.Same(change, SettleCategory.WhenComplete(change, Policy, Now));
    }

    [Fact]
    public void WhenComplete_TheRegistersProveTheClaim_EstablishesItWithItsFindings()
    {
        var settled = SettleCategory.WhenComplete(Unsettled(Consistent()), Policy, Now);

        Assert.Equal((ApplicationStatus.Verified, CategoryCode.ConsistentResident, null), (settled.After.Status, settled.After.Established, settled.After.Proposed));
        Assert.Equal(Policy.Digest, settled.After.DecidedBy);
        Assert.All(settled.After.Findings, finding => Assert.Equal(RuleResult.Satisfied, finding.Result));
        Assert.Equal("CheckAnswered CategoryEstablished", settled.Kinds());
        Assert.Equal((Now, Actor.Service, null), settled.Events[1] switch { var e => (e.At, e.By, e.Department) });
        Assert.Same(settled.After.Findings, settled.Events[1].Findings);
    }

    [Fact]
    public void WhenComplete_TheRegistersDoNotProveTheClaim_RefersItWithWhatTheyProve()
    {
        var settled = SettleCategory.WhenComplete(Unsettled(Consistent().With(Household(settled: "2026-04-01"))), Policy, Now);

        Assert.Equal((ApplicationStatus.UnderReview, null, CategoryCode.ResidentNotConsistent),
            (settled.After.Status, settled.After.Established, settled.After.Proposed));
        Assert.Equal("CheckAnswered ReferredToPerson", settled.Kinds());
        Assert.Same(settled.After.Findings, settled.Events[1].Findings);
    }

    [Fact]
    public void WhenComplete_ProvedWithoutAnUnavailableDepartment_AsksItNoMore()
    {
        var settled = SettleCategory.WhenComplete(Unsettled(Consistent(), Department.CivilAffairs, Unavailable), Policy, Now);

        Assert.Equal((ApplicationStatus.Verified, CheckStatus.SourceUnavailable), (settled.After.Status, settled.After.StatusOf(Department.CivilAffairs)));
        Assert.All(settled.After.Checks, check => Assert.Null(check.DueAt));
    }

    [Fact]
    public void WhenComplete_NotProvedWithoutAnUnavailableDepartment_GoesOnAskingIt()
    {
        var settled = SettleCategory.WhenComplete(Unsettled(Consistent(), Department.Police, Unavailable), Policy, Now);

        Assert.Equal((ApplicationStatus.UnderReview, Now), (settled.After.Status, settled.After.NextDue(Cases.Schedule)));
    }

    [Fact]
    public void WhenComplete_UnderReviewAndStillUnproved_OnlyRenewsTheProposal()
    {
        var change = Unsettled(Consistent().With(Household(settled: "2026-04-01")));
        change = change with { After = change.After with { Status = ApplicationStatus.UnderReview } };

        var settled = SettleCategory.WhenComplete(change, Policy, Now);

        Assert.Equal(("CheckAnswered", ApplicationStatus.UnderReview, CategoryCode.ResidentNotConsistent),
            (settled.Kinds(), settled.After.Status, settled.After.Proposed));
        Assert.NotEmpty(settled.After.Findings);
    }

    [Fact]
    public void WhenComplete_UnderReviewAndNowProved_EstablishesAndDropsTheProposal()
    {
        var change = Unsettled(Consistent());
        change = change with { After = change.After with { Status = ApplicationStatus.UnderReview, Proposed = CategoryCode.ResidentNotConsistent } };

        var settled = SettleCategory.WhenComplete(change, Policy, Now);

        Assert.Equal(("CheckAnswered CategoryEstablished", ApplicationStatus.Verified, null), (settled.Kinds(), settled.After.Status, settled.After.Proposed));
    }

    [Fact]
    public void WhenComplete_PapersMayProveTheClaim_AsksForAllOfThemByThePolicysDay()
    {
        var settled = SettleCategory.WhenComplete(Unsettled(Consistent().With(HomeOf(address: Elsewhere))), Policy, Now);

        Assert.Equal((ApplicationStatus.CorrectionRequested, CategoryCode.ResidentNotConsistent), (settled.After.Status, settled.After.Proposed));
        Assert.Equal("CheckAnswered CorrectionRequested", settled.Kinds());
        var correction = settled.After.Correction!;
        Assert.Equal(["R4", "R5"], correction.Defects.Select(defect => defect.Id));
        Assert.Equal(["RealEstateCertificate", "RelationProof", "MarriagePapers"], correction.Papers);
        // Wednesday, 1 July: Thursday, Friday, Monday.
        Assert.Equal((1, 0, Date("2026-07-06")), (correction.Round, correction.ExtendedBy, correction.LastDay));
        Assert.Equal(new DateTimeOffset(2026, 7, 7, 0, 0, 0, TimeSpan.FromHours(8)), correction.DueAt);
        Assert.Equal(correction.DueAt, settled.After.NextDue(Cases.Schedule));
    }

    [Fact]
    public void WhenComplete_PapersMayProveTheClaimAndAnOfficeIsDown_AsksForNone()
    {
        var change = Unsettled(Consistent().With(HomeOf(address: Elsewhere)), Department.CivilAffairs, Unavailable);

        var waiting = SettleCategory.WhenComplete(change, Policy, Now);
        Assert.Equal(("CheckAnswered ReferredToPerson", ApplicationStatus.UnderReview), (waiting.Kinds(), waiting.After.Status));

        var back = waiting.After.Take(Department.CivilAffairs, Consistent().Answer(Department.CivilAffairs), Now)!;
        Assert.Equal(("CheckAnswered CorrectionRequested", ApplicationStatus.CorrectionRequested), (back.Kinds(), back.After.Status));
    }

    [Fact]
    public void WhenComplete_APersonHasTheCaseInHand_LeavesItToThem()
    {
        var change = Unsettled(Consistent().With(HomeOf(address: Elsewhere)));
        var held = change.After with { Status = ApplicationStatus.UnderReview, Review = new ReviewCase(new ReviewClaim("somebody", Now + TimeSpan.FromMinutes(1))) };

        Assert.Equal(ApplicationStatus.UnderReview, SettleCategory.WhenComplete(change with { After = held }, Policy, Now).After.Status);
        Assert.Equal(ApplicationStatus.CorrectionRequested, SettleCategory.WhenComplete(change with { After = held }, Policy, Now + TimeSpan.FromMinutes(1)).After.Status);
    }

    [Fact]
    public void WhenComplete_CorrectionRequestedAndNowProved_EstablishesWithoutPapers()
    {
        var change = Unsettled(Consistent());
        change = change with { After = change.After with { Status = ApplicationStatus.CorrectionRequested } };

        Assert.Equal(("CheckAnswered CategoryEstablished", ApplicationStatus.Verified), SettleCategory.WhenComplete(change, Policy, Now) switch { var s => (s.Kinds(), s.After.Status) });
    }

    private static Check Unavailable(Check check) => check with { State = new CheckState.Simple(CheckStatus.SourceUnavailable), DueAt = Now, Answer = null };

    /// <summary>All departments have answered and nobody has settled yet.</summary>
    private static Change Unsettled(Facts facts, Department department = Department.Police, Func<Check, Check>? otherwise = null)
    {
        var checks = facts.Started().Checks.Select(check => check with
        {
            State = facts.Assess(check.Department),
            DueAt = null,
            Answer = new ReceivedAnswer("{}", facts.Report(check.Department), Now),
        });
        var application = facts.Started() with { Checks = [.. checks] };
        return new Change(otherwise is null ? application : application.WithCheck(department, otherwise), [Answered]);
    }
}
