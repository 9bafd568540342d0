using CsCheck;
using Enrollment.Domain.Tests.Verification.Simulation;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification;

public sealed class DecisionTests
{
    private static readonly RuleId[] Rules = Enum.GetValues<RuleId>();
    private static readonly Gen<CategoryCode> AnyCategory = Gen.OneOf(Enum.GetValues<CategoryCode>());
    private static readonly FindingReason[] OfOffices =
        [FindingReason.NotAnswered, FindingReason.SourceUnavailable, FindingReason.AnswerExpired, FindingReason.LeftToAPerson];

    private static readonly Gen<Dictionary<RuleId, RuleFinding>> AnyFindings =
        Gen.Select(Gen.OneOf(Enum.GetValues<RuleResult>()), Gen.OneOf(FindingReason.NothingFound, FindingReason.SourceUnavailable, FindingReason.NotAnswered))
            .Array[Rules.Length].Select(drawn => Rules.Zip(drawn).ToDictionary(pair => pair.First, pair => Finding(pair.First, pair.Second.Item1, pair.Second.Item2)));

    [Fact]
    public void Of_AnyFindings_AgreesWithTheVerdictThatSettlesCases() => Gen.Select(AnyCategory, AnyFindings).Sample((claimed, findings) =>
        (Decide(claimed, findings), Verdict.Settle(TestData.Policy, claimed, findings)) switch
        {
            (Decision.Established established, Verdict.Established verdict) => established.Category == verdict.Category,
            (Decision.EvidenceNeeded evidence, Verdict.ForAPerson verdict) => evidence.Proposed == verdict.Proposed,
            (Decision.PersonDecides person, Verdict.ForAPerson verdict) => person.Proposed == verdict.Proposed,
            // a second live application, or no statement: what the registers prove is proposed only
            (Decision.PersonDecides person, Verdict.Established verdict) => person.Proposed == verdict.Category && person.Open.Any(point => point.Rule is RuleId.R9 or RuleId.R11),
            _ => false,
        });

    [Fact]
    public void Of_EvidenceNeeded_NamesPapersOfThePolicyOnceAndOnlyWherePapersHelp() => Gen.Select(AnyCategory, AnyFindings).Sample((claimed, findings) =>
        Decide(claimed, findings) is not Decision.EvidenceNeeded evidence
        || (evidence.Papers.Count > 0 && evidence.Papers.Distinct(StringComparer.Ordinal).Count() == evidence.Papers.Count
            && evidence.Papers.All(id => TestData.Policy.Papers.Any(paper => paper.Id == id))
            && evidence.Open.All(point => point.Meaning is MissMeaning.Evidence)
            && !evidence.Open.Any(point => point.Rule is { } rule && OfOffices.Contains(findings[rule].Reason))));

    [Fact]
    public void Of_OneMoreRuleSatisfied_NeverWorsensTheGroup() => Gen.Select(AnyCategory, AnyFindings, Gen.OneOf(Rules)).Sample((claimed, findings, more) =>
    {
        var before = Group(Decide(claimed, findings));
        findings[more] = findings[more] with { Result = RuleResult.Satisfied };
        return Group(Decide(claimed, findings)) <= before;
    });

    [Fact]
    public void Of_FindingsInAnyOrder_SaysTheSame() => Gen.Select(AnyCategory, AnyFindings, Gen.Shuffle(Rules)).Sample((claimed, findings, order) =>
        Lines(Decide(claimed, findings)) == Lines(Decide(claimed, order.ToDictionary(rule => rule, rule => findings[rule]))));

    [Theory]
    [InlineData("C2")]
    [InlineData("C10")]
    [InlineData("C13")]
    public void Of_AClaimOnRequest_IsNeverSettledIntoAnotherCategory(string claims)
    {
        var claimed = TestData.Policy.Categories.Single(category => category.Code == claims).Name;

        AnyFindings.Sample(findings => Decide(claimed, findings) is not Decision.Established established || established.Category == claimed);
    }

    [Fact]
    public void Of_AFindingMissing_IsForAPerson()
    {
        var findings = Rules.ToDictionary(rule => rule, rule => Finding(rule, RuleResult.Satisfied, FindingReason.NothingFound));
        findings.Remove(RuleId.R1);

        Assert.IsType<Decision.PersonDecides>(Decide(CategoryCode.ConsistentResident, findings));
    }

    [Fact]
    public void Of_AnOfficeIsDown_AsksNoPapersOfTheFamily() =>
        Assert.Empty(Tables.Decide("C7", "socialSecurity=down").Open.SelectMany(point => point.Papers));

    [Fact]
    public void Of_TheFormAndItsChecks_IsTheSameAsOfTheFindings()
    {
        var facts = TestData.Consistent();

        var decision = Decision.Of(facts.Policy, facts.Form, facts.Checks(), new ServiceFacts(OtherLiveApplications: 1));

        Assert.Equal(CategoryCode.ConsistentResident, Assert.IsType<Decision.PersonDecides>(decision).Proposed);
        Assert.IsType<Decision.Established>(Decision.Of(facts.Policy, facts.Form, facts.Checks(), ServiceFacts.None));
    }

    private static Decision Decide(CategoryCode claimed, Dictionary<RuleId, RuleFinding> findings) => Decision.Of(TestData.Policy, claimed, findings);

    private static RuleFinding Finding(RuleId rule, RuleResult result, FindingReason reason) => new(rule, result, reason, [], Source: null, DataAsOf: null);

    private static int Group(Decision decision) => decision switch
    {
        Decision.Established established => TestData.Policy.Category(established.Category).Group,
        Decision.EvidenceNeeded { Proposed: { } proposed } => TestData.Policy.Category(proposed).Group,
        Decision.PersonDecides { Proposed: { } proposed } => TestData.Policy.Category(proposed).Group,
        _ => int.MaxValue,
    };

    private static string Lines(Decision decision) =>
        $"{decision.GetType().Name} {Group(decision)}\n{string.Join('\n', decision.Findings.Select(finding => finding.Line()))}\n{string.Join('\n', decision.Open.Select(point => $"{point.Rule} {point.Meaning}"))}";
}
