using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData(CheckStatus.NotStarted, FindingReason.NotAnswered)]
    [InlineData(CheckStatus.Queued, FindingReason.NotAnswered)]
    [InlineData(CheckStatus.Pending, FindingReason.NotAnswered)]
    [InlineData(CheckStatus.SourceUnavailable, FindingReason.SourceUnavailable)]
    [InlineData(CheckStatus.Expired, FindingReason.AnswerExpired)]
    [InlineData(CheckStatus.NotFound, FindingReason.NothingFound)]
    [InlineData(CheckStatus.ManuallyRejected, FindingReason.LeftToAPerson)]
    [InlineData(CheckStatus.Waived, FindingReason.LeftToAPerson)]
    [InlineData(CheckStatus.ManuallyConfirmed, FindingReason.NotAnswered)]
    public void Judge_CheckWithoutReport_IsUnknownAndSaysWhy(CheckStatus status, FindingReason reason) =>
        TestData.Consistent().Standing(Department.Police, status).Judge(RuleId.RI).Is(RuleResult.Unknown, reason);

    [Fact]
    public void Judge_ExpiredReport_IsNotDecidedBy()
    {
        var facts = TestData.Consistent();
        var expired = new AnsweredCheck(Department.Police, new CheckState.Simple(CheckStatus.Expired), facts.Report(Department.Police));

        (facts with { Instead = [expired] }).Judge(RuleId.RI).Is(RuleResult.Unknown, FindingReason.AnswerExpired);
    }

    [Fact]
    public void Judge_RecordNobodyAskedFor_SatisfiesNothing() =>
        TestData.Resident().With(TestData.Permit()).With(TestData.Insurance("2025-01", 18)).Judge(RuleId.R8)
            .Is(RuleResult.Unknown, FindingReason.NotAsked);

    [Fact]
    public void New_TwoChecksOfOneDepartment_Throws()
    {
        var facts = TestData.Consistent();

        Assert.Throws<ArgumentException>(() => new Evidence(facts.Policy, facts.Form, [.. facts.Checks(), facts.Checks()[0]]));
    }

    [Fact]
    public void New_ReportOfAnotherDepartment_Throws()
    {
        var facts = TestData.Consistent();
        var foreign = new AnsweredCheck(Department.Property, new CheckState.Simple(CheckStatus.Match), facts.Report(Department.Police));

        Assert.Throws<ArgumentException>(() => new Evidence(facts.Policy, facts.Form, [foreign]));
    }
}
