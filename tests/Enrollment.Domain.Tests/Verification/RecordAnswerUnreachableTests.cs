using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification;

/// <summary>A department that cannot be reached: <see cref="RecordAnswer"/> over time.</summary>
public sealed class RecordAnswerUnreachableTests
{
    private static readonly DateTimeOffset Now = Cases.Start + TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset GivingUp = Now + Cases.Schedule.GiveUpAfter;
    private static readonly Application Failing = Consistent().Started(Department.CivilAffairs, Department.Property).Taken(Department.Police, Cases.Unreachable, Now);
    private static readonly Application Unavailable = Failing.Taken(Department.Police, Cases.Unreachable, GivingUp);

    [Fact]
    public void Decide_FirstFailure_RetriesAfterTheFirstPauseUnderTheSameId()
    {
        var change = Consistent().Started().Take(Department.Police, Cases.Unreachable, Now)!;

        var check = change.After.CheckOf(Department.Police)!;
        Assert.Equal((CheckStatus.Queued, 1, Now, 1), (check.State.Status, check.Failures, check.FailingSince, check.Epoch));
        Assert.Equal(Now + Cases.Schedule.RetryPause(1), check.DueAt);
        Assert.Null(check.AskedAt);
        Assert.Empty(change.Events);
    }

    [Fact]
    public void Decide_FurtherFailures_CountFromTheFirst()
    {
        var check = Failing.Taken(Department.Police, Cases.Unreachable, Now + TimeSpan.FromSeconds(15)).CheckOf(Department.Police)!;

        Assert.Equal((2, Now, Now + TimeSpan.FromSeconds(45)), (check.Failures, check.FailingSince, check.DueAt));
    }

    [Fact]
    public void Decide_JustBeforeGivingUp_RetriesAgain() =>
        Assert.Equal(CheckStatus.Queued, Failing.Taken(Department.Police, Cases.Unreachable, GivingUp - TimeSpan.FromTicks(1)).StatusOf(Department.Police));

    [Fact]
    public void Decide_GivingUp_GoesToAPersonAndWillBeAskedAgain()
    {
        var change = Failing.Take(Department.Police, Cases.Unreachable, GivingUp)!;

        Assert.Equal("SourceUnavailable ReferredToPerson", change.Kinds());
        Assert.Equal((ApplicationStatus.UnderReview, CheckStatus.SourceUnavailable), (change.After.Status, change.After.StatusOf(Department.Police)));
        Assert.Equal(GivingUp + Cases.Schedule.RecheckEvery, change.After.CheckOf(Department.Police)!.DueAt);
    }

    [Fact]
    public void Decide_GivingUpWhileOthersAreOpen_WaitsForThem()
    {
        var change = Consistent().Started().Taken(Department.Police, Cases.Unreachable, Now).Take(Department.Police, Cases.Unreachable, GivingUp)!;

        Assert.Equal(("SourceUnavailable", ApplicationStatus.Verifying), (change.Kinds(), change.After.Status));
    }

    [Fact]
    public void Decide_StillUnreachable_IsAskedAgainQuietly()
    {
        var change = Unavailable.Take(Department.Police, Cases.Unreachable, GivingUp + TimeSpan.FromMinutes(15))!;

        Assert.Empty(change.Events);
        Assert.Equal((ApplicationStatus.UnderReview, CheckStatus.SourceUnavailable), (change.After.Status, change.After.StatusOf(Department.Police)));
        Assert.Equal(GivingUp + TimeSpan.FromMinutes(30), change.After.NextDue(Cases.Schedule));
    }

    [Fact]
    public void Decide_UnavailableWillCallBack_StaysUnavailableUntilTheCallbacksDeadline()
    {
        var asked = GivingUp + TimeSpan.FromMinutes(15);

        var change = Unavailable.Take(Department.Police, Cases.Promise, asked)!;

        var check = change.After.CheckOf(Department.Police)!;
        Assert.Empty(change.Events);
        Assert.Equal((CheckStatus.SourceUnavailable, asked + Cases.Schedule.CallbackDeadline, asked), (check.State.Status, check.DueAt, check.AskedAt));
        Assert.Equal((null, 0), (check.FailingSince, check.Failures));
    }

    [Fact]
    public void Decide_UnavailableAnswers_EstablishesWithoutAPerson()
    {
        var change = Unavailable.Take(Department.Police, Consistent().Answer(Department.Police), GivingUp + TimeSpan.FromHours(1))!;

        Assert.Equal("CheckAnswered CategoryEstablished", change.Kinds());
        Assert.Equal((ApplicationStatus.Verified, null), (change.After.Status, change.After.NextDue(Cases.Schedule)));
    }

    [Fact]
    public void Decide_OneOfTwoUnavailableAnswers_StaysWithThePersonAndTheOtherIsAskedOn()
    {
        var two = Consistent().Started(Department.CivilAffairs).Lost(Department.Police).Lost(Department.Property);

        var change = two.Take(Department.Police, Consistent().Answer(Department.Police), Cases.Start + TimeSpan.FromMinutes(40))!;

        Assert.Equal(("CheckAnswered", ApplicationStatus.UnderReview), (change.Kinds(), change.After.Status));
        Assert.Equal(Cases.Start + TimeSpan.FromMinutes(45), change.After.NextDue(Cases.Schedule));
        Assert.Equal(ApplicationStatus.Verified, change.After.Taken(Department.Property, Consistent().Answer(Department.Property), GivingUp + TimeSpan.FromHours(1)).Status);
    }

    [Fact]
    public void Decide_ReachedInBetween_CountsAnew()
    {
        var reached = Failing.WithCheck(Department.Police, check => check with { MissedCallbacks = 1 }).Taken(Department.Police, Cases.Promise, Now);

        var again = reached.WithCheck(Department.Police, check => check with { State = new CheckState.Simple(CheckStatus.Queued) })
            .Taken(Department.Police, Cases.Unreachable, GivingUp + TimeSpan.FromDays(2)).CheckOf(Department.Police)!;

        Assert.Equal((CheckStatus.Queued, 1, GivingUp + TimeSpan.FromDays(2)), (again.State.Status, again.Failures, again.FailingSince));
    }

    [Fact]
    public void Decide_AnswersAfterFailures_ForgetsThem()
    {
        var check = Failing.Taken(Department.Police, Cases.NoRecord, Now).CheckOf(Department.Police)!;

        Assert.Equal((0, null, null), (check.Failures, check.FailingSince, check.DueAt));
    }
}
