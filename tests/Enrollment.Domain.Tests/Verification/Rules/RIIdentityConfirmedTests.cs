using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class RIIdentityConfirmedTests
{
    [Fact]
    public void Judge_ChildAndApplicantMatch_IsSatisfied() =>
        TestData.Consistent().Judge(RuleId.RI).Is(RuleResult.Satisfied, FindingReason.IdentityConfirmed);

    [Theory]
    [InlineData(PersonResult.Mismatch, RuleResult.NotSatisfied, FindingReason.NameDisagrees)]
    [InlineData(PersonResult.Cancelled, RuleResult.NotSatisfied, FindingReason.RegistrationCancelled)]
    [InlineData(PersonResult.NotFound, RuleResult.Unknown, FindingReason.NothingFound)]
    public void Judge_ChildOrApplicantDoesNotMatch_IsNotSatisfiedOrUnknown(PersonResult result, RuleResult expected, FindingReason reason)
    {
        Judge((TestData.Child, result), (TestData.Father, PersonResult.Match)).Is(expected, reason);
        Judge((TestData.Child, PersonResult.Match), (TestData.Father, result)).Is(expected, reason);
    }

    [Fact]
    public void Judge_OtherGuardianDoesNotMatch_IsSatisfied() =>
        Judge((TestData.Child, PersonResult.Match), (TestData.Father, PersonResult.Match), (TestData.Mother, PersonResult.Mismatch))
            .Is(RuleResult.Satisfied, FindingReason.IdentityConfirmed);

    [Fact]
    public void Judge_ApplicantNotInTheAnswer_IsUnknown() =>
        Judge((TestData.Child, PersonResult.Match)).Is(RuleResult.Unknown, FindingReason.NothingFound);

    [Fact]
    public void Judge_TwoResultsForOnePerson_IsUnknown() =>
        Judge((TestData.Child, PersonResult.Match), (TestData.Child, PersonResult.Mismatch), (TestData.Father, PersonResult.Match))
            .Is(RuleResult.Unknown, FindingReason.ContradictoryRecords);

    [Fact]
    public void Judge_RegisterWritesTheCheckCharacterSmall_IsSatisfied()
    {
        var number = Enumerable.Range(0, 1000).Select(i => TestData.IdNo(TestData.Date("1990-02-03"), i)).First(idNo => idNo.EndsWith('X'));
        var facts = TestData.Consistent();
        facts = facts with { Form = facts.Form with { Guardian = facts.Form.Guardian with { Document = TestData.Document(number) } } };

        facts.With(new PersonItem(TestData.Child, PersonResult.Match), new PersonItem($"{number[..17]}x", PersonResult.Match)).Judge(RuleId.RI)
            .Is(RuleResult.Satisfied, FindingReason.IdentityConfirmed);
    }

    private static RuleFinding Judge(params (string IdNo, PersonResult Result)[] persons) =>
        TestData.Consistent().With([.. persons.Select(person => new PersonItem(person.IdNo, person.Result))]).Judge(RuleId.RI);
}
