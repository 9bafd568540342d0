using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification;

public sealed class RecordAnswerTests
{
    private static readonly DateTimeOffset Now = Cases.Start + TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Later = Now + TimeSpan.FromMinutes(3);

    public static TheoryData<ApplicationStatus> NotVerifying() =>
        new(Enum.GetValues<ApplicationStatus>().Except([ApplicationStatus.Verifying, ApplicationStatus.UnderReview, ApplicationStatus.CorrectionRequested]));

    [Theory]
    [MemberData(nameof(NotVerifying))]
    public void Decide_ApplicationIsNotBeingVerified_ChangesNothing(ApplicationStatus status) =>
        Assert.Null((Consistent().Started() with { Status = status }).Take(Department.Police, Cases.NoRecord, Now));

    [Fact]
    public void Decide_DepartmentWasNotAsked_ChangesNothing() =>
        Assert.Null(Consistent().Started().Take(Department.SocialSecurity, Cases.NoRecord, Now));

    [Fact]
    public void Decide_AnsweredBefore_ChangesNothing()
    {
        var answered = Consistent().Started(Department.Police);

        Assert.All<DepartmentAnswer>([Consistent().Answer(Department.Police), Cases.NoRecord, Cases.Promise, Cases.Unreachable],
            answer => Assert.Null(answered.Take(Department.Police, answer, Now)));
    }

    [Fact]
    public void Decide_Reported_KeepsTheEvidenceAndEndsTheCheck()
    {
        var answer = Consistent().Answer(Department.Police, "the body");

        var change = Consistent().Started().Take(Department.Police, answer, Now)!;

        var check = change.After.CheckOf(Department.Police)!;
        Assert.Equal(new ReceivedAnswer("the body", answer.Report, Now), check.Answer);
        Assert.Equal((CheckStatus.Match, null, Now), (check.State.Status, check.DueAt, check.AskedAt));
        Assert.Equal((ApplicationEventKind.CheckAnswered, Now, Actor.Department, Department.Police),
            Assert.Single(change.Events) switch { var e => (e.Kind, e.At, e.By, e.Department) });
    }

    [Fact]
    public void Decide_ReportedOtherwise_NamesTheFields()
    {
        var elsewhere = Consistent().With(Household(address: Elsewhere));

        var check = elsewhere.Started().Taken(Department.Police, elsewhere.Answer(Department.Police), Now).CheckOf(Department.Police)!;

        Assert.Equal(["$.household.address"], Assert.IsType<CheckState.Mismatch>(check.State).Fields);
    }

    [Fact]
    public void Decide_NoRecord_IsNotFoundWithoutAReport()
    {
        var check = Consistent().Started().Taken(Department.Property, Cases.NoRecord, Now).CheckOf(Department.Property)!;

        Assert.Equal((CheckStatus.NotFound, new ReceivedAnswer("none", Report: null, Now)), (check.State.Status, check.Answer));
    }

    [Fact]
    public void Decide_OneOfSeveralAnswers_LeavesTheOthersAndTheStatusAlone()
    {
        var before = Consistent().Started() with { Redrives = 3 };

        var after = before.Taken(Department.Police, Consistent().Answer(Department.Police), Now);

        Assert.Equal((ApplicationStatus.Verifying, 0, Now), (after.Status, after.Redrives, after.UpdatedAt));
        Assert.Equal(before.Checks.Where(check => check.Department != Department.Police), after.Checks.Where(check => check.Department != Department.Police));
    }

    [Fact]
    public void Decide_LastAnswer_SettlesInTheSameChange()
    {
        var change = Consistent().Started(Department.Police, Department.CivilAffairs).Take(Department.Property, Consistent().Answer(Department.Property), Now)!;

        Assert.Equal("CheckAnswered CategoryEstablished", change.Kinds());
        Assert.Equal((ApplicationStatus.Verified, CategoryCode.ConsistentResident), (change.After.Status, change.After.Established));
    }

    [Fact]
    public void Decide_WillCallBack_WaitsForTheCallbackUntilItsDeadline()
    {
        var change = Consistent().Started().Take(Department.Police, Cases.Promise, Now)!;

        var check = change.After.CheckOf(Department.Police)!;
        Assert.Equal((CheckStatus.Pending, Now + Cases.Schedule.CallbackDeadline, Now), (check.State.Status, check.DueAt, check.AskedAt));
        Assert.Equal("CallbackPromised", change.Kinds());
    }

    [Fact]
    public void Decide_CallbackComes_KeepsWhenTheDepartmentTookTheQuestion()
    {
        var promised = Consistent().Started().Taken(Department.Police, Cases.Promise, Now);

        var check = promised.Taken(Department.Police, Consistent().Answer(Department.Police), Later).CheckOf(Department.Police)!;

        Assert.Equal((CheckStatus.Match, null, Now, Later), (check.State.Status, check.DueAt, check.AskedAt, check.Answer!.ReceivedAt));
    }

    [Fact]
    public void Decide_WillCallBackAgainWhilePending_LeavesTheDeadline() =>
        Assert.Null(Consistent().Started().Taken(Department.Police, Cases.Promise, Now).Take(Department.Police, Cases.Promise, Later));

    [Fact]
    public void Decide_UnreachableWhilePending_LeavesThePromise() =>
        Assert.Null(Consistent().Started().Taken(Department.Police, Cases.Promise, Now).Take(Department.Police, Cases.Unreachable, Later));
}
