using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Applications;

public sealed class WithdrawalDecisionTests
{
    private static readonly DateTimeOffset Now = Cases.Start + TimeSpan.FromMinutes(1);
    private static readonly ApplicationStatus[] Final = [ApplicationStatus.Withdrawn, ApplicationStatus.Transferred, ApplicationStatus.Enrolled];

    public static TheoryData<ApplicationStatus> Ends() => new(Final);

    public static TheoryData<ApplicationStatus> Living() => new(Enum.GetValues<ApplicationStatus>().Except(Final));

    [Theory]
    [MemberData(nameof(Living))]
    public void Decide_LivingApplication_IsWithdrawnByTheParent(ApplicationStatus status)
    {
        var change = WithdrawalDecision.Decide(Consistent().Started() with { Status = status }, Now)!;

        Assert.Equal((ApplicationStatus.Withdrawn, Now), (change.After.Status, change.After.UpdatedAt));
        Assert.Equal((ApplicationEventKind.Withdrawn, Now, Actor.Parent), Assert.Single(change.Events) switch { var e => (e.Kind, e.At, e.By) });
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void Decide_EndedApplication_ChangesNothing(ApplicationStatus status) =>
        Assert.Null(WithdrawalDecision.Decide(Consistent().Started() with { Status = status }, Now));

    [Fact]
    public void Decide_CallbackPending_NothingStaysOutstandingAndTheCallbackIsNotTaken()
    {
        var pending = Consistent().Started().Taken(Department.Police, Cases.Promise, Cases.Start);

        var withdrawn = WithdrawalDecision.Decide(pending, Now)!.After;

        Assert.False(withdrawn.IsOutstanding);
        Assert.Null(withdrawn.NextDue(Cases.Schedule));
        Assert.Null(withdrawn.Take(Department.Police, Consistent().Answer(Department.Police), Now));
    }
}
