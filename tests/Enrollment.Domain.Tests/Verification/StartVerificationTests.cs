using System.Text.Json.Nodes;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification;

public sealed class StartVerificationTests
{
    private static readonly DateTimeOffset Now = Cases.Start + TimeSpan.FromSeconds(3);

    public static TheoryData<CategoryCode> Categories() => new(Enum.GetValues<CategoryCode>());

    public static TheoryData<ApplicationStatus> OtherStatuses() => new(Enum.GetValues<ApplicationStatus>().Except([ApplicationStatus.Submitted]));

    [Theory]
    [MemberData(nameof(Categories))]
    public void Decide_Submitted_QueuesThePlanOfTheClaimedCategory(CategoryCode category)
    {
        var started = StartVerification.Decide(Resident().Claiming(category).Submitted(), Policy, Cases.Schedule, Now)!.After;

        Assert.Equal(ApplicationStatus.Verifying, started.Status);
        Assert.Equal(Policy.PlanChecks(category), started.Checks.Select(check => new CheckPlan(check.Department, check.Questions)));
        Assert.All(started.Checks, check => Assert.Equal(
            new Check(check.Department, check.Questions, new CheckState.Simple(CheckStatus.Queued), Epoch: 1, DueAt: Now + Cases.Schedule.FirstDue), check));
    }

    [Fact]
    public void Decide_Submitted_SaysSoOnceAndForgetsRedrives()
    {
        var change = StartVerification.Decide(Consistent().Submitted() with { Redrives = 4 }, Policy, Cases.Schedule, Now)!;

        Assert.Equal((ApplicationEventKind.VerificationStarted, Now, Actor.Service), Assert.Single(change.Events) switch { var e => (e.Kind, e.At, e.By) });
        Assert.Equal((0, Now), (change.After.Redrives, change.After.UpdatedAt));
    }

    [Theory]
    [MemberData(nameof(OtherStatuses))]
    public void Decide_NotSubmitted_ChangesNothing(ApplicationStatus status) =>
        Assert.Null(StartVerification.Decide(Consistent().Submitted() with { Status = status }, Policy, Cases.Schedule, Now));

    [Fact]
    public void Decide_PolicyAsksNobody_SettlesAtOnce()
    {
        var policy = PolicyWith(json =>
        {
            var category = json["categories"]!.AsArray().Single(node => (string?)node!["name"] == nameof(CategoryCode.ResidentNotConsistent))!;
            (category["requires"], category["checks"]) = (new JsonArray("R1"), new JsonArray());
        });

        var change = StartVerification.Decide(Resident().Submitted(), policy, Cases.Schedule, Now)!;

        Assert.Equal(ApplicationStatus.Verified, change.After.Status);
        Assert.Equal("VerificationStarted CategoryEstablished", change.Kinds());
    }
}
