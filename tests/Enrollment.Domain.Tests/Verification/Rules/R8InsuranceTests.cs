using CsCheck;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R8InsuranceTests
{
    private static readonly InsuranceParameters Default = new(Date("2026-06-01"), 12, AllowedGapMonths: 0, CountRetroactive: false, District);

    [Fact]
    public void Judge_TwelveMonthsUpToJune_IsSatisfied() =>
        Judge(Default, Insurance("2025-07", 12)).Is(RuleResult.Satisfied, FindingReason.InsuredLongEnough, "12", "2026-06", "12");

    [Fact]
    public void Judge_ElevenMonths_IsNotSatisfied() =>
        Judge(Default, Insurance("2025-08", 11)).Is(RuleResult.NotSatisfied, FindingReason.InsuredTooShort, "11", "2026-06", "12");

    [Fact]
    public void Judge_ChainEndsInMay_CountsNothingWithoutGap()
    {
        Judge(Default, Insurance("2024-01", 29)).Is(RuleResult.NotSatisfied, FindingReason.InsuredTooShort, "0", "2026-06", "12");
        Judge(Default with { AllowedGapMonths = 1 }, Insurance("2024-01", 29)).Is(RuleResult.Satisfied, FindingReason.InsuredLongEnough, "29", "2026-06", "12");
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(1, 6)]
    [InlineData(2, 16)]
    public void Judge_TwoMonthsMissing_BreakTheChainBeyondTheAllowedGap(int allowed, int length) =>
        Assert.Equal($"{length}", Judge(Default with { AllowedGapMonths = allowed }, Insurance("2025-01", 10), Insurance("2026-01", 6)).Arguments[0]);

    [Theory]
    [InlineData(false, RuleResult.NotSatisfied)]
    [InlineData(true, RuleResult.Satisfied)]
    public void Judge_RetroactiveMonths_CountByTheSetting(bool count, RuleResult result) =>
        Assert.Equal(result, Judge(Default with { CountRetroactive = count }, Insurance("2025-07", 6), Insurance("2026-01", 6, retroactive: true)).Result);

    [Fact]
    public void Judge_MonthPaidAndPaidAgainAfterwards_CountsOnce() =>
        Judge(Default, Insurance("2025-07", 12), Insurance("2025-07", 12, retroactive: true)).Is(RuleResult.Satisfied, FindingReason.InsuredLongEnough, "12", "2026-06", "12");

    [Fact]
    public void Judge_MonthElsewhere_BreaksTheChain() =>
        Judge(Default, Insurance("2025-01", 12), Insurance("2026-01", 1, areaCode: "350503"), Insurance("2026-02", 5))
            .Is(RuleResult.NotSatisfied, FindingReason.InsuredTooShort, "5", "2026-06", "12");

    [Fact]
    public void Judge_MonthsAfterTheWindow_DoNotCount() =>
        Judge(Default, Insurance("2025-08", 14)).Is(RuleResult.NotSatisfied, FindingReason.InsuredTooShort, "11", "2026-06", "12");

    [Fact]
    public void Judge_OneGuardianSuffices_AndTwoAreNeverAdded()
    {
        Judge(Default, Insurance("2026-01", 6), Insurance("2025-01", 18, person: Mother)).Is(RuleResult.Satisfied, FindingReason.InsuredLongEnough, "18", "2026-06", "12");
        Judge(Default, Insurance("2026-01", 6), Insurance("2025-01", 12, person: Mother)).Is(RuleResult.NotSatisfied, FindingReason.InsuredTooShort, "6", "2026-06", "12");
    }

    [Fact]
    public void Judge_NothingOnTheGuardians_IsUnknown() =>
        Judge(Default, Insurance("2025-01", 18, person: Stranger)).Is(RuleResult.Unknown, FindingReason.NothingFound);

    [Fact]
    public void Judge_AnyMonths_AgreesWithTryingEveryStretch() =>
        Gen.Select(Gen.Int[0, 29].HashSet[0, 8], Gen.Int[0, 3], Gen.Int[1, 20]).Sample((missing, gap, minimum) =>
        {
            var months = Enumerable.Range(0, 30).Except(missing).ToArray();
            var paid = InsuranceOf(months.Select(month => new InsuredMonth(Date("2024-02-01").AddMonths(month), District, Retroactive: false)));

            var result = Judge(Default with { AllowedGapMonths = gap, MinimumMonths = minimum }, paid).Result;

            return result is RuleResult.Satisfied == SlowlyHolds(months, gap, minimum);
        }, iter: 2000);

    /// <summary>June 2026 is month 28. Some stretch of months ends there, has no hole longer than allowed, and holds enough paid months.</summary>
    private static bool SlowlyHolds(int[] paid, int gap, int minimum) => Enumerable.Range(0, 29).Any(start =>
    {
        var stretch = Enumerable.Range(start, 29 - start).Select(month => paid.Contains(month) ? 'x' : '.').ToArray();
        return stretch[0] == 'x' && !new string(stretch).Contains(new string('.', gap + 1), StringComparison.Ordinal) && stretch.Count(c => c == 'x') >= minimum;
    });

    private static RuleFinding Judge(InsuranceParameters parameters, params InsuranceItem[] items)
    {
        var facts = Migrant().With(items);
        return R8Insurance.Judge(new Evidence(facts.Policy, facts.Form, facts.Checks()), parameters);
    }
}
