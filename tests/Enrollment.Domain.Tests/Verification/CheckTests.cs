using Enrollment.Domain.Verification;
using ApplicationId = Enrollment.Domain.Applications.ApplicationId;

namespace Enrollment.Domain.Tests.Verification;

public sealed class CheckTests
{
    private static readonly Check Police = new(Department.Police, [Question.Person], new CheckState.Simple(CheckStatus.Queued));

    public static TheoryData<CheckStatus> Statuses() => new(Enum.GetValues<CheckStatus>());

    [Theory]
    [MemberData(nameof(Statuses))]
    public void AwaitsAnswer_EveryStatus_IsTrueWhileTheDepartmentMayStillAnswer(CheckStatus status)
    {
        CheckState state = status is CheckStatus.Mismatch ? new CheckState.Mismatch(["$.child.name"]) : new CheckState.Simple(status);

        Assert.Equal(status is CheckStatus.Queued or CheckStatus.Pending or CheckStatus.SourceUnavailable, (Police with { State = state }).AwaitsAnswer);
    }

    [Fact]
    public void RequestId_OfACheck_NamesApplicationDepartmentAndEpoch() =>
        Assert.Equal($"{Cases.Id.Value}-Police-1234", (Police with { Epoch = 1234 }).RequestId(Cases.Id));

    [Fact]
    public void RequestId_OnARetry_IsTheSame() =>
        Assert.Equal(Police.RequestId(Cases.Id), (Police with { Failures = 3, FailingSince = Cases.Start, DueAt = Cases.Start }).RequestId(Cases.Id));

    [Fact]
    public void WasAskedAs_EpochsOneToThePresent_IsTrue() =>
        Assert.Equal([false, true, true, true, false],
            Enumerable.Range(0, 5).Select(epoch => (Police with { Epoch = 3 }).WasAskedAs((Police with { Epoch = epoch }).RequestId(Cases.Id), Cases.Id)));

    [Fact]
    public void WasAskedAs_AnotherCheckOrAnotherCase_IsFalse()
    {
        var id = Police.RequestId(Cases.Id);

        Assert.False((Police with { Department = Department.Property }).WasAskedAs(id, Cases.Id));
        Assert.False(Police.WasAskedAs(id, ApplicationId.FromBytes("fedcba9876543210"u8)));
        Assert.False(Police.WasAskedAs(id.ToUpperInvariant(), Cases.Id));
        Assert.False(Police.WasAskedAs(id + "1", Cases.Id));
    }
}
