using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Applications;

public sealed class ApplicationTests
{
    public static TheoryData<ApplicationStatus> Statuses() => new(Enum.GetValues<ApplicationStatus>());

    [Fact]
    public void Submit_AForm_IsSubmittedNowWithNothingDecided()
    {
        var application = Consistent().Submitted();

        Assert.Equal((ApplicationStatus.Submitted, Cases.Start, Cases.Start, 0),
            (application.Status, application.SubmittedAt, application.UpdatedAt, application.Redrives));
        Assert.Equal((null, null), (application.Established, application.Proposed));
        Assert.Empty(application.Checks);
        Assert.Empty(application.Findings);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void IsBeingVerified_EveryStatus_IsTrueForThree(ApplicationStatus status) =>
        Assert.Equal(status is ApplicationStatus.Verifying or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested, (Consistent().Started() with { Status = status }).IsBeingVerified);

    [Theory]
    [MemberData(nameof(Statuses))]
    public void IsOutstanding_EveryStatusWithADueCheck_IsTrueWhileTheServiceHasToAct(ApplicationStatus status)
    {
        var application = Consistent().Started() with { Status = status };

        Assert.Equal(status is ApplicationStatus.Submitted or ApplicationStatus.Verifying or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested,
            application.IsOutstanding);
        Assert.Equal(application.IsOutstanding, application.NextDue(Cases.Schedule) is not null);
    }

    [Fact]
    public void IsOutstanding_UnderReviewWithoutADueCheck_IsFalse()
    {
        var referred = Consistent().With(Household(settled: "2026-04-01")).Started(Department.Police, Department.CivilAffairs, Department.Property);

        Assert.Equal(ApplicationStatus.UnderReview, referred.Status);
        Assert.False(referred.IsOutstanding);
        Assert.Null(referred.NextDue(Cases.Schedule));
    }

    [Fact]
    public void NextDue_Submitted_PausesLongerWithEveryRedrive()
    {
        var submitted = Consistent().Submitted();

        Assert.Equal(Cases.Start + TimeSpan.FromSeconds(20), submitted.NextDue(Cases.Schedule));
        Assert.Equal(Cases.Start + TimeSpan.FromSeconds(40), (submitted with { Redrives = 1 }).NextDue(Cases.Schedule));
    }

    [Fact]
    public void NextDue_SeveralChecks_IsTheEarliest()
    {
        var application = Consistent().Started(Department.Police).Taken(Department.Property, Cases.Promise, Cases.Start);

        Assert.Equal(Cases.Start + Cases.Schedule.FirstDue, application.NextDue(Cases.Schedule));
        Assert.Equal(Cases.Start + Cases.Schedule.CallbackDeadline,
            application.Taken(Department.CivilAffairs, Cases.NoRecord, Cases.Start).NextDue(Cases.Schedule));
    }

    [Fact]
    public void CheckOf_ADepartmentNotAsked_IsNull()
    {
        Assert.Equal(Department.Police, Consistent().Started().CheckOf(Department.Police)!.Department);
        Assert.Null(Consistent().Started().CheckOf(Department.SocialSecurity));
    }

    [Fact]
    public void With_ACheck_ReplacesItInItsPlace()
    {
        var started = Consistent().Started();
        var epoch2 = started.Checks[1] with { Epoch = 2 };

        Assert.Equal([started.Checks[0], epoch2, started.Checks[2]], started.With(epoch2).Checks);
    }
}
