using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification;

public sealed class RedriveOverdueTests
{
    private static readonly DateTimeOffset Missed = Cases.Start + Cases.Schedule.CallbackDeadline;
    private static readonly Application Promised =
        Consistent().Started(Department.Police, Department.CivilAffairs).Taken(Department.Property, Cases.Promise, Cases.Start);

    [Fact]
    public void Decide_NothingOutstanding_DropsTheVisit()
    {
        var verified = Consistent().Started(Department.Police, Department.CivilAffairs, Department.Property);
        var withdrawn = WithdrawalDecision.Decide(Promised, Cases.Start)!.After;
        var referred = Consistent().With(Household(settled: "2026-04-01")).Started(Department.Police, Department.CivilAffairs, Department.Property);

        Assert.All([verified, withdrawn, referred], application =>
        {
            var redrive = application.Redrive(Missed);
            Assert.Null(redrive.Change);
            Assert.False(redrive.Plan);
            Assert.Empty(redrive.Ask);
        });
    }

    [Fact]
    public void Decide_Submitted_PlansAgainAndPausesLonger()
    {
        var now = Cases.Start + Cases.Schedule.FirstDue;

        var redrive = Consistent().Submitted().Redrive(now);

        Assert.True(redrive.Plan);
        Assert.Empty(redrive.Ask);
        Assert.Empty(redrive.Change!.Events);
        Assert.Equal((ApplicationStatus.Submitted, 1, now + TimeSpan.FromSeconds(40)),
            (redrive.Change.After.Status, redrive.Change.After.Redrives, redrive.Change.After.NextDue(Cases.Schedule)));
    }

    [Fact]
    public void Decide_NothingIsDueYet_MovesTheVisitAndChangesNothing()
    {
        var unavailable = Consistent().Started(Department.Police, Department.CivilAffairs).Lost(Department.Property);

        Assert.All([Promised, unavailable], application =>
        {
            var redrive = application.Redrive(application.NextDue(Cases.Schedule)!.Value - TimeSpan.FromTicks(1));
            Assert.Empty(redrive.Ask);
            Assert.Empty(redrive.Change!.Events);
            Assert.Same(application, redrive.Change.After);
        });
    }

    [Fact]
    public void Decide_LostQuestion_AsksAgainUnderTheSameIdAndPausesLonger()
    {
        var now = Cases.Start + Cases.Schedule.FirstDue;

        var redrive = Consistent().Started(Department.Police).Redrive(now);

        Assert.Equal([Department.CivilAffairs, Department.Property], redrive.Ask);
        Assert.Empty(redrive.Change!.Events);
        Assert.Equal((1, now), (redrive.Change.After.Redrives, redrive.Change.After.UpdatedAt));
        Assert.All(redrive.Change.After.Checks.Skip(1), check =>
            Assert.Equal((CheckStatus.Queued, 1, now + TimeSpan.FromSeconds(40)), (check.State.Status, check.Epoch, check.DueAt)));
    }

    [Fact]
    public void Decide_SomeAreDue_AsksOnlyThose()
    {
        var started = Consistent().Started().WithCheck(Department.Property, check => check with { DueAt = check.DueAt + TimeSpan.FromTicks(1) });

        var redrive = started.Redrive(Cases.Start + Cases.Schedule.FirstDue);

        Assert.Equal([Department.Police, Department.CivilAffairs], redrive.Ask);
        Assert.Equal(started.CheckOf(Department.Property), redrive.Change!.After.CheckOf(Department.Property));
    }

    [Fact]
    public void Decide_FirstMissedCallback_AsksAgainUnderANewId()
    {
        var redrive = Promised.Redrive(Missed);

        Assert.Equal([Department.Property], redrive.Ask);
        Assert.Equal((ApplicationEventKind.AskedAgain, Missed, Actor.Service, Department.Property),
            Assert.Single(redrive.Change!.Events) switch { var e => (e.Kind, e.At, e.By, e.Department) });
        var check = redrive.Change.After.CheckOf(Department.Property)!;
        Assert.Equal((CheckStatus.Queued, 2, 1, Missed + Cases.Schedule.FirstDue), (check.State.Status, check.Epoch, check.MissedCallbacks, check.DueAt));
    }

    [Fact]
    public void Decide_SecondMissedCallback_IsUnavailableAndGoesToAPerson()
    {
        var redrive = MissedOnce(Promised).Redrive(Missed + Cases.Schedule.CallbackDeadline);

        Assert.Empty(redrive.Ask);
        Assert.Equal("SourceUnavailable ReferredToPerson", redrive.Change!.Kinds());
        var check = redrive.Change!.After.CheckOf(Department.Property)!;
        Assert.Equal((CheckStatus.SourceUnavailable, 2, Missed + Cases.Schedule.CallbackDeadline + Cases.Schedule.RecheckEvery),
            (check.State.Status, check.Epoch, check.DueAt));
    }

    [Fact]
    public void Decide_MissedAfterARecovery_DoesNotCountTheQuietOnes()
    {
        var recovered = MissedOnce(Promised).Taken(Department.Property, Cases.NoRecord, Missed);

        Assert.Equal((ApplicationStatus.CorrectionRequested, recovered.Correction!.DueAt), (recovered.Status, recovered.NextDue(Cases.Schedule)));
    }

    [Fact]
    public void Decide_UnavailableDepartment_IsAskedAgainUnderANewId()
    {
        var unavailable = Consistent().Started(Department.Police, Department.CivilAffairs).Lost(Department.Property);
        var now = unavailable.NextDue(Cases.Schedule)!.Value;

        var redrive = unavailable.Redrive(now);

        Assert.Equal([Department.Property], redrive.Ask);
        Assert.Empty(redrive.Change!.Events);
        var check = redrive.Change.After.CheckOf(Department.Property)!;
        Assert.Equal((CheckStatus.SourceUnavailable, 2, now + Cases.Schedule.RecheckEvery), (check.State.Status, check.Epoch, check.DueAt));
    }

    [Fact]
    public void Decide_LastMissedCallbackWasNotNeeded_EstablishesAndAsksNobody()
    {
        var resident = Resident().Started(Department.Police).Lost(Department.Property).Taken(Department.CivilAffairs, Cases.Promise, Cases.Start);
        var last = MissedOnce(resident, Department.CivilAffairs);

        var redrive = last.Redrive(Missed + Cases.Schedule.CallbackDeadline);

        Assert.Equal("SourceUnavailable CategoryEstablished", redrive.Change!.Kinds());
        Assert.Empty(redrive.Ask);
    }

    private static Application MissedOnce(Application promised, Department department = Department.Property) =>
        promised.Redrive(Missed).Change!.After.Taken(department, Cases.Promise, Missed);
}
