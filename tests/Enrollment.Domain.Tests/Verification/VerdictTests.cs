using CsCheck;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.TestData;
using RuleStage = Enrollment.Domain.Verification.Policies.RuleStage;

namespace Enrollment.Domain.Tests.Verification;

public sealed class VerdictTests
{
    private static readonly RuleId[] Rules = Enum.GetValues<RuleId>();
    private static readonly Gen<HashSet<RuleId>> AnyRules = Gen.Int[0, (1 << Rules.Length) - 1].Select(mask => Rules.Where(rule => (mask >> (int)rule) % 2 == 1).ToHashSet());
    private static readonly CategoryCode[] Categories = Enum.GetValues<CategoryCode>();

    [Fact]
    public void Decide_AllRequirementsOfTheClaimedCategory_EstablishIt()
    {
        AssertEstablished(CategoryCode.ConsistentResident, Consistent());
        AssertEstablished(CategoryCode.ResidentNotConsistent, Resident());
        AssertEstablished(CategoryCode.MigrantChild, Migrant());
        AssertEstablished(CategoryCode.FiveDistrictMover, Mover());
    }

    [Fact]
    public void Decide_ABetterCategoryIsProved_EstablishesTheBetter()
    {
        AssertEstablished(CategoryCode.ConsistentResident, Consistent().Claiming(CategoryCode.ResidentNotConsistent));
        AssertEstablished(CategoryCode.ResidentNotConsistent, Mover().With(Household()));
    }

    [Fact]
    public void Decide_OnlyAWorseCategoryIsProved_ProposesItToAPerson() =>
        AssertForAPerson(CategoryCode.ResidentNotConsistent, Consistent().With(Household("2026-03-01")));

    [Fact]
    public void Decide_NothingIsProved_ProposesNothing() =>
        AssertForAPerson(proposed: null, Consistent().With<PersonItem>());

    [Fact]
    public void Decide_UnderAge_GoesToAPerson()
    {
        var facts = Resident();
        var child = IdNo(Date("2020-09-01"), 11);
        facts = (facts with { Form = facts.Form with { Child = ChildBorn("2020-09-01") } })
            .With(new PersonItem(child, PersonResult.Match), new PersonItem(Father, PersonResult.Match))
            .With(Household(members: [Member(Father, HouseholdRelation.Householder), Member(child, HouseholdRelation.Child)]));

        AssertForAPerson(proposed: null, facts);
    }

    [Theory]
    [InlineData(Department.Police)]
    [InlineData(Department.Property)]
    public void Decide_DepartmentDown_GoesToAPersonAndSettlesWhenItComesBack(Department department)
    {
        var facts = Consistent();

        Assert.IsType<Verdict.ForAPerson>(facts.Standing(department, CheckStatus.SourceUnavailable).Decide());
        AssertEstablished(CategoryCode.ConsistentResident, facts);
    }

    [Fact]
    public void Decide_CivilAffairsDown_TheHouseholdRegisterProvesTheParent() =>
        AssertEstablished(CategoryCode.ConsistentResident, Consistent().Standing(Department.CivilAffairs, CheckStatus.SourceUnavailable));

    [Fact]
    public void Decide_RecordsOfQuestionsNotAsked_EstablishNothing()
    {
        var facts = Resident().With(Household(areaCode: "350503"));

        AssertForAPerson(proposed: null, facts with { Items = [.. facts.Items, Permit(), Tenancy(), Insurance("2025-01", 18)] });
    }

    [Fact]
    public void Decide_NoChecksAtAll_GoesToAPerson() =>
        Assert.IsType<Verdict.ForAPerson>(Verdict.Decide(Policy, Consistent().Form, []));

    [Fact]
    public void Decide_Findings_CoverTheClaimedAndTheEstablishedCategoryOnce()
    {
        Assert.Equal([RuleId.RI, RuleId.RG, RuleId.R1, RuleId.RS, RuleId.R7T, RuleId.R8, RuleId.RD],
            Mover().With(Household()).Decide().Findings.Select(finding => finding.Rule));
        Assert.Equal([RuleId.RI, RuleId.RG, RuleId.R1, RuleId.R7, RuleId.R8], Migrant().With<PersonItem>().Decide().Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Decide_CheckStates_DoNotSettleWhatTheRecordsDo()
    {
        var facts = Consistent();
        var mismatch = new AnsweredCheck(Department.Police, new CheckState.Mismatch(["$.household.householdNo"]), facts.Report(Department.Police));

        AssertEstablished(CategoryCode.ConsistentResident, facts with { Instead = [mismatch] });
    }

    public static TheoryData<CategoryCode, RuleId> Requirements()
    {
        var requirements = new TheoryData<CategoryCode, RuleId>();
        foreach (var category in Policy.Categories.Where(category => category.IsProvable))
        {
            foreach (var rule in category.Requires)
                requirements.Add(category.Name, rule);
        }

        return requirements;
    }

    [Theory]
    [MemberData(nameof(Requirements))]
    public void Settle_OneRequirementFlipped_IsNoLongerEstablished(CategoryCode category, RuleId flipped)
    {
        var held = Findings(Policy.Category(category).Requires);
        var broken = Findings(Policy.Category(category).Requires.Except([flipped]));

        Assert.Equal(category, Assert.IsType<Verdict.Established>(Verdict.Settle(Policy, category, held)).Category);
        Assert.NotEqual(category, (Verdict.Settle(Policy, category, broken) as Verdict.Established)?.Category);
    }

    [Fact]
    public void Requirements_OfAllCategories_NameEveryRule() =>
        Assert.Equal(Rules.Where(rule => Policy.Rule(rule).JudgedAt is RuleStage.Category), Policy.Categories.SelectMany(category => category.Requires)
            .Where(rule => Policy.Rule(rule).JudgedAt is RuleStage.Category).Distinct().Order());

    [Theory]
    [MemberData(nameof(Requirements))]
    public void Decide_OneRequirementBrokenByTheRegisters_ChangesTheVerdict(CategoryCode category, RuleId broken)
    {
        var facts = Broken(category, broken);

        Assert.NotEqual(RuleResult.Satisfied, facts.Judge(broken).Result);
        Assert.NotEqual(category, (facts.Decide() as Verdict.Established)?.Category);
    }

    [Fact]
    public void Settle_MoreRulesSatisfied_NeverWorsensTheCategory() =>
        Gen.Select(AnyRules, Gen.OneOf(Rules), Gen.OneOf(Categories)).Sample((satisfied, more, claimed) =>
            Rank(Verdict.Settle(Policy, claimed, Findings([.. satisfied, more]))) <= Rank(Verdict.Settle(Policy, claimed, Findings(satisfied))));

    [Fact]
    public void Settle_Established_IsNeverWorseThanClaimedAndIsProved() =>
        Gen.Select(AnyRules, Gen.OneOf(Categories)).Sample((satisfied, claimed) =>
            Verdict.Settle(Policy, claimed, Findings(satisfied)) switch
            {
                Verdict.Established established => Policy.Category(established.Category).Group <= Policy.Category(claimed).Group
                    && Policy.Category(established.Category).IsOpenTo(claimed) && Policy.Category(established.Category).Requires.All(satisfied.Contains),
                Verdict.ForAPerson => !Policy.Category(claimed).IsProvable || !Policy.Category(claimed).Requires.All(satisfied.Contains),
                _ => false,
            });

    [Fact]
    public void Decide_ItemsAndChecksInAnyOrder_SayTheSame()
    {
        var facts = Consistent();
        facts = facts with
        {
            Items = [.. facts.Items, HomeOf("2010-01-01", PropertyUse.Office), HomeOf(owners: [OwnerUnwritten(Father), OwnerUnwritten(Stranger)]),
                Marriage(MarriageState.Divorced, "2018-01-01"), Marriage(MarriageState.Divorced, "2016-01-01"), new PersonItem(Stranger, PersonResult.Cancelled)],
        };
        var expected = Lines(facts.Decide());

        Gen.Select(Gen.Shuffle(facts.Items.ToArray()), Gen.Shuffle(Enumerable.Range(0, 4).ToArray())).Sample((items, order) =>
        {
            var shuffled = facts with { Items = items };
            var checks = shuffled.Checks();
            return Lines(Verdict.Decide(Policy, facts.Form, [.. order.Select(i => checks[i])])) == expected;
        });
    }

    /// <summary>A family of the category whose registers break this one rule of it.</summary>
    private static Facts Broken(CategoryCode category, RuleId rule)
    {
        var facts = category switch
        {
            CategoryCode.ConsistentResident => Consistent(),
            CategoryCode.ResidentNotConsistent => Resident(),
            CategoryCode.MigrantChild => Migrant(),
            CategoryCode.FiveDistrictMover => Mover(),
            CategoryCode.CollectiveHousehold => Resident().Claiming(category).With(Household(type: HouseholdType.Collective)),
            CategoryCode.HongKongMacaoTaiwanOverseas => HongKong(),
            CategoryCode.DisabledChild => Resident().Claiming(category).With(new DisabilityCardItem(Child, "", Level: 3, Date("2026-09-01"))),
            _ => throw new ArgumentOutOfRangeException(nameof(category)),
        };
        return rule switch
        {
            RuleId.RI => facts.With(new PersonItem(Child, PersonResult.Mismatch), new PersonItem(Father, PersonResult.Match)),
            RuleId.RG => facts.With(new GuardianshipItem(Child, Stranger, GuardianshipBasis.Appointed, Date("2022-01-01")))
                .With([.. facts.Items.OfType<HouseholdItem>().Select(item => item with { Members = [.. item.Members.Where(member => member.IdNo != Father)] })]),
            RuleId.R1 => facts with { Form = facts.Form with { Child = facts.Form.Child with { BirthDate = Date("2019-01-01") } } },
            RuleId.R2 => facts.With(Household(type: HouseholdType.Collective)),
            RuleId.RD => facts.With(Household(areaCode: "350582")),
            RuleId.RS => facts.With(Household(areaCode: "350582")),
            RuleId.R3 => facts.With(Household("2026-03-01")),
            RuleId.R4 => facts.With(HomeOf(address: Elsewhere)),
            RuleId.R5 => facts.With(HomeOf(owners: [Owner(Father, 1, 2), Owner(Stranger, 1, 2)])),
            RuleId.R7 => facts.With(Permit("2025-03-01")),
            RuleId.R7T => facts.With(Tenancy("2025-01-02")),
            RuleId.R8 => facts.With(Insurance("2024-05", 24)),
            RuleId.RK => facts.With(Household()),
            RuleId.RF => facts.With(new DisabilityCardItem(Child, "", Level: 3, Date("2026-08-31"))),
            RuleId.RH => facts with { Form = facts.Form with { Child = ChildBorn("2020-05-04") } },
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    private static Dictionary<RuleId, RuleFinding> Findings(IEnumerable<RuleId> satisfied)
    {
        var all = Rules.ToDictionary(rule => rule, rule => new RuleFinding(rule, RuleResult.NotSatisfied, FindingReason.NothingFound, [], Source: null, DataAsOf: null));
        foreach (var rule in satisfied)
            all[rule] = all[rule] with { Result = RuleResult.Satisfied };
        return all;
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Established established => Policy.Category(established.Category).Group,
        Verdict.ForAPerson { Proposed: { } proposed } => Policy.Category(proposed).Group,
        _ => int.MaxValue,
    };

    private static string Lines(Verdict verdict) => $"{verdict.GetType().Name} {Rank(verdict)}\n{string.Join('\n', verdict.Findings.Select(finding => finding.Line()))}";

    private static void AssertEstablished(CategoryCode category, Facts facts) =>
        Assert.Equal(category, Assert.IsType<Verdict.Established>(facts.Decide()).Category);

    private static void AssertForAPerson(CategoryCode? proposed, Facts facts) =>
        Assert.Equal(proposed, Assert.IsType<Verdict.ForAPerson>(facts.Decide()).Proposed);
}
