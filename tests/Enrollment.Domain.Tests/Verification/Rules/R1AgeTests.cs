using CsCheck;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R1AgeTests
{
    [Theory]
    [InlineData("2020-08-31", RuleResult.Satisfied, FindingReason.OldEnough)]
    [InlineData("2020-09-01", RuleResult.NotSatisfied, FindingReason.TooYoung)]
    [InlineData("2020-02-29", RuleResult.Satisfied, FindingReason.OldEnough)]
    [InlineData("2012-02-29", RuleResult.Satisfied, FindingReason.OldEnough)]
    [InlineData("2015-01-01", RuleResult.Satisfied, FindingReason.OldEnough)]
    public void Judge_Born_IsJudgedByTheLastOfAugust(string born, RuleResult result, FindingReason reason) =>
        Judge(born).Is(result, reason, born, "2020-08-31");

    [Theory]
    [InlineData("2018-08-31", RuleResult.Satisfied)]
    [InlineData("2018-09-01", RuleResult.NotSatisfied)]
    public void Judge_PolicyOf2024_AsksForBirthUpTo2018(string born, RuleResult result)
    {
        var facts = TestData.Consistent();
        facts = facts with { Form = facts.Form with { Child = TestData.ChildBorn(born) } };

        var evidence = new Evidence(facts.Policy, facts.Form, facts.Checks());

        Assert.Equal(result, R1Age.Judge(evidence, new AgeParameters(6, TestData.Date("2024-08-31"))).Result);
    }

    [Fact]
    public void Judge_AnyBirthDate_AgreesWithCountingBirthdays() =>
        Gen.Int[0, 4000].Sample(day =>
        {
            var born = TestData.Date("2014-01-01").AddDays(day);

            // A child born on 29 February has its birthday on 1 March in other years, which lies before August too.
            var years = 0;
            for (var year = born.Year + 1; year <= 2026; year++)
                years += new DateOnly(year, born.Month, 1).AddDays(born.Day - 1) <= new DateOnly(2026, 8, 31) ? 1 : 0;

            return Judge($"{born:yyyy-MM-dd}").Result is RuleResult.Satisfied == years >= 6;
        });

    [Fact]
    public void Judge_BirthDateStatedIsNotTheNumbers_IsUnknown()
    {
        var facts = TestData.Consistent();
        facts = facts with { Form = facts.Form with { Child = facts.Form.Child with { BirthDate = TestData.Date("2019-05-04") } } };

        facts.Judge(RuleId.R1).Is(RuleResult.Unknown, FindingReason.BirthDateDisagrees);
    }

    [Fact]
    public void Judge_PaperWithoutBirthDate_IsUnknown()
    {
        var facts = TestData.Consistent();
        var permit = TestData.Document("H12345678", IdentityDocumentKind.HomeReturnPermit);
        facts = facts with { Form = facts.Form with { Child = facts.Form.Child with { Document = permit } } };

        facts.Judge(RuleId.R1).Is(RuleResult.Unknown, FindingReason.BirthDateNotInNumber);
    }

    private static RuleFinding Judge(string born)
    {
        var facts = TestData.Consistent();
        return (facts with { Form = facts.Form with { Child = TestData.ChildBorn(born) } }).Judge(RuleId.R1);
    }
}
