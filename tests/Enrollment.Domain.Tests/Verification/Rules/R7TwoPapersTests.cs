using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R7TwoPapersTests
{
    [Theory]
    [InlineData("2025-02-28", RuleResult.Satisfied)]
    [InlineData("2025-03-01", RuleResult.NotSatisfied)]
    public void Judge_FirstIssued_IsStrictlyBeforeThePolicysDate(string issued, RuleResult result) =>
        Assert.Equal(result, Judge(Permit(issued)).Result);

    [Theory]
    [InlineData("2026-09-01", RuleResult.Satisfied)]
    [InlineData("2026-08-31", RuleResult.NotSatisfied)]
    public void Judge_ValidTo_ReachesTheFirstOfSeptember(string validTo, RuleResult result) =>
        Assert.Equal(result, Judge(Permit(validTo: validTo)).Result);

    [Fact]
    public void Judge_CancelledOrElsewhere_IsNotSatisfied()
    {
        Judge(Permit(cancelled: true)).Is(RuleResult.NotSatisfied, FindingReason.PermitCancelled);
        Judge(Permit(areaCode: "350503")).Is(RuleResult.NotSatisfied, FindingReason.PermitElsewhere, "350503");
    }

    [Fact]
    public void Judge_SeveralPermits_TheBestCounts()
    {
        Judge(Permit(cancelled: true), Permit()).Is(RuleResult.Satisfied, FindingReason.PermitAndWorkProof, "2024-03-01", "2025-03-01", "2027-03-01", "12");
        Judge(Permit(validTo: "2026-01-01"), Permit(cancelled: true)).Is(RuleResult.NotSatisfied, FindingReason.PermitEndsEarly, "2026-01-01", "2026-09-01");
    }

    [Fact]
    public void Judge_StrangersPermit_IsUnknown() =>
        Judge(Permit(holder: Stranger)).Is(RuleResult.Unknown, FindingReason.NothingFound);

    [Theory]
    [InlineData(12, RuleResult.Satisfied)]
    [InlineData(11, RuleResult.NotSatisfied)]
    public void Judge_WorkProof_NeedsTwelveMonthsInTheDistrict(int months, RuleResult result) =>
        Assert.Equal(result, Migrant().With(InsuranceOf([.. Insurance("2024-02", months).Months, .. Insurance("2025-06", 12, areaCode: "350503").Months,
            .. Insurance("2025-06", 12, retroactive: true).Months])).Judge(RuleId.R7).Result);

    [Fact]
    public void Judge_OtherGuardianWorks_IsUnknownForThePermitHolder() =>
        Migrant().With(Insurance("2025-01", 18, person: Mother)).Judge(RuleId.R7).Is(RuleResult.Unknown, FindingReason.NothingFound);

    [Fact]
    public void Judge_WorkProofNotAskedFor_NeedsThePermitOnly()
    {
        var facts = Migrant().With<InsuranceItem>() with
        {
            Policy = PolicyWith(json => (json.ParametersOf("R7")["workProof"], json.ParametersOf("R7")["workProofMonths"]) = ("None", 0)),
        };

        Assert.Equal(RuleResult.Satisfied, facts.Judge(RuleId.R7).Result);
    }

    private static RuleFinding Judge(params ResidencePermitItem[] permits) => Migrant().With(permits).Judge(RuleId.R7);
}
