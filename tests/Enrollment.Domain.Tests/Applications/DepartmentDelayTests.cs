using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;
using MissMeaning = Enrollment.Domain.Verification.Policies.MissMeaning;

namespace Enrollment.Domain.Tests.Applications;

/// <summary>Wednesday, 1 July 2026, nine in the morning in Fujian, is <see cref="Cases.Start"/>.</summary>
public sealed class DepartmentDelayTests
{
    private static readonly Facts NoHome = Consistent().With(HomeOf(address: Elsewhere));
    private static readonly OpenPoint[] Defects = [new(null, MissMeaning.Evidence, ["HouseholdBook"])];
    private static readonly StaffAct Act = new("reviewer", Reason: null, Rule: null, Note: null);

    [Fact]
    public void MoveDeadline_ADepartmentWasDownBefore_GivesADayForEveryWorkingDay()
    {
        // Down from Wednesday to Monday: Wednesday, Thursday, Friday, Monday; not the weekend.
        var back = NoHome.Started(Department.Police, Department.CivilAffairs).Lost(Department.Property)
            .Take(Department.Property, NoHome.Answer(Department.Property), Cases.Start + TimeSpan.FromDays(5))!;

        Assert.Equal("CheckAnswered CorrectionRequested DeadlineExtended", back.Kinds());
        var correction = back.After.Correction!;
        // Asked on Monday the 6th: Thursday the 9th, and four working days more.
        Assert.Equal((4, Date("2026-07-15")), (correction.ExtendedBy, correction.LastDay));
        Assert.Equal(Department.Property, back.Events[^1].Department);
    }

    [Fact]
    public void MoveDeadline_NobodyWasLate_LeavesThePolicysDay()
    {
        var asked = NoHome.Started(Department.Police, Department.CivilAffairs, Department.Property);

        Assert.Equal((0, Date("2026-07-06")), (asked.Correction!.ExtendedBy, asked.Correction.LastDay));
    }

    [Fact]
    public void Redrive_AnOutageGoesOn_DoesNotLetTheDeadlinePass()
    {
        var down = Asked(NoHome.Started(Department.Police, Department.CivilAffairs).Lost(Department.Property));
        // One day when it was asked: Tuesday the 7th.
        Assert.Equal((1, Date("2026-07-07")), (down.Correction!.ExtendedBy, down.Correction.LastDay));

        var swept = down.Redrive(down.Correction.DueAt);

        var change = Assert.IsType<Change>(swept.Change);
        Assert.Equal("DeadlineExtended", change.Kinds());
        Assert.Equal(ApplicationStatus.CorrectionRequested, change.After.Status);
        Assert.Equal([Department.Property], swept.Ask);
        // Wednesday to Wednesday without the weekend.
        Assert.Equal((6, Date("2026-07-14")), (change.After.Correction!.ExtendedBy, change.After.Correction.LastDay));
    }

    [Fact]
    public void Redrive_TheLastDayHasPassed_GoesToAPersonWithWhatIsOnFile()
    {
        var asked = NoHome.Started(Department.Police, Department.CivilAffairs, Department.Property);

        Assert.Empty(asked.Redrive(asked.Correction!.DueAt - TimeSpan.FromTicks(1)).Change!.Events);
        var change = Assert.IsType<Change>(asked.Redrive(asked.Correction.DueAt).Change);

        Assert.Equal(("CorrectionExpired", ApplicationStatus.UnderReview), (change.Kinds(), change.After.Status));
        Assert.Equal(asked.Correction, change.After.Correction);
        Assert.NotNull(WorkItem.Of(change.After));
    }

    [Fact]
    public void Answer_LateWhileAskedAndProvingTheClaim_EstablishesIt()
    {
        var down = Asked(Consistent().Started(Department.Police, Department.CivilAffairs).Lost(Department.Property));

        var answered = down.Take(Department.Property, Consistent().Answer(Department.Property), Cases.Start + TimeSpan.FromDays(1))!;

        Assert.Equal(("CheckAnswered CategoryEstablished", ApplicationStatus.Verified, null), (answered.Kinds(), answered.After.Status, answered.After.NextDue(Cases.Schedule)));
    }

    [Fact]
    public void Answer_LateWhileAskedAndProvingNothing_IsEvidenceAndTheListStands()
    {
        var down = Asked(NoHome.Started(Department.Police, Department.CivilAffairs).Lost(Department.Property));

        var answered = down.Take(Department.Property, NoHome.Answer(Department.Property), Cases.Start + TimeSpan.FromDays(1))!;

        Assert.Equal(("CheckAnswered DeadlineExtended", ApplicationStatus.CorrectionRequested), (answered.Kinds(), answered.After.Status));
        Assert.Equal(down.Correction!.Defects, answered.After.Correction!.Defects);
        Assert.NotNull(answered.After.CheckOf(Department.Property)!.Answer);
    }

    [Fact]
    public void RequestCorrection_ByAPerson_CarriesTheirActAndMessage()
    {
        var change = RequestCorrection.Decide(NoHome.Started(Department.Police, Department.CivilAffairs).Lost(Department.Property), Defects, "please", Act, Policy, Cases.Start)!;

        Assert.Equal((Actor.Staff, Act), (change.Events[0].By, change.Events[0].Act));
        Assert.Equal(("please", "Category"), (change.After.Correction!.Message, change.After.Correction.Defects[0].Id));
        Assert.Null(RequestCorrection.Decide(change.After, Defects, null, Act, Policy, Cases.Start));
        Assert.Throws<ArgumentException>(() => RequestCorrection.Decide(change.After, [], null, Act, Policy, Cases.Start));
    }

    private static Application Asked(Application application) =>
        RequestCorrection.Decide(application, Defects, message: null, Act, Policy, Cases.Start + Cases.Schedule.GiveUpAfter)!.After;
}
