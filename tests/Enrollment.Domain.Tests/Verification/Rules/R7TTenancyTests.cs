using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R7TTenancyTests
{
    [Theory]
    [InlineData("2025-01-01", RuleResult.Satisfied, FindingReason.TenancyLongEnough)]
    [InlineData("2025-01-02", RuleResult.NotSatisfied, FindingReason.TenancyTooShort)]
    public void Judge_FiledFor_EighteenMonthsOnTheFirstOfJuly(string from, RuleResult result, FindingReason reason) =>
        Judge(Tenancy(from)).Is(result, reason, from, "2025-01-01");

    [Fact]
    public void Judge_NoInvoice_IsNotSatisfied() => Judge(Tenancy(invoice: false)).Is(RuleResult.NotSatisfied, FindingReason.InvoiceMissing);

    [Fact]
    public void Judge_Elsewhere_IsNotSatisfied() =>
        Judge(Tenancy(areaCode: "350503")).Is(RuleResult.NotSatisfied, FindingReason.TenancyElsewhere, "350503");

    [Fact]
    public void Judge_SeveralTenancies_TheBestCounts() =>
        Judge(Tenancy("2026-01-01"), Tenancy(tenant: Mother)).Is(RuleResult.Satisfied, FindingReason.TenancyLongEnough, "2024-10-01", "2025-01-01");

    [Fact]
    public void Judge_StrangersTenancy_IsUnknown() => Judge(Tenancy(tenant: Stranger)).Is(RuleResult.Unknown, FindingReason.NothingFound);

    private static RuleFinding Judge(params TenancyItem[] tenancies) => Mover().With(tenancies).Judge(RuleId.R7T);
}
