using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification;

public sealed class AnswerAssessmentTests
{
    public static TheoryData<string> Families() => new("C1", "C7", "C8");

    [Theory]
    [MemberData(nameof(Families))]
    public void Assess_RegistersAgree_IsMatchEverywhere(string category)
    {
        var facts = category switch { "C1" => Consistent(), "C7" => Migrant(), _ => Mover() };

        Assert.All(facts.Policy.PlanChecks(facts.Form.Category), plan => Assert.Equal(CheckStatus.Match, facts.Assess(plan.Department).Status));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Assess_RegistersHoldNothing_IsNotFoundEverywhere(string category)
    {
        var facts = (category switch { "C1" => Consistent(), "C7" => Migrant(), _ => Mover() }) with { Items = [] };

        Assert.All(facts.Policy.PlanChecks(facts.Form.Category), plan => Assert.Equal(CheckStatus.NotFound, facts.Assess(plan.Department).Status));
    }

    [Fact]
    public void Assess_NamesDisagree_NamesEachPerson() =>
        Assert.Equal(["$.child.name", "$.guardian.name", "$.otherGuardian.name"], MismatchOf(Consistent().With(
            [.. Persons().Select(person => person with { Result = PersonResult.Mismatch })]), Department.Police));

    [Fact]
    public void Assess_PersonCancelled_IsForAPerson() =>
        Assert.Equal(CheckStatus.ManualReview, Consistent().With(
            [.. Persons().Select(person => person.IdNo == Mother ? person with { Result = PersonResult.Cancelled } : person)]).Assess(Department.Police).Status);

    [Fact]
    public void Assess_PersonNotInRegister_IsNotFound() =>
        Assert.Equal(CheckStatus.NotFound, Consistent().With([.. Persons().Skip(1)]).Assess(Department.Police).Status);

    [Fact]
    public void Assess_TwoHouseholdsOfTheChild_IsForAPerson() =>
        Assert.Equal(CheckStatus.ManualReview, Consistent().With(Household(), Household(householdNo: "1002")).Assess(Department.Police).Status);

    [Fact]
    public void Assess_HouseholdDisagrees_NamesAddressAndNumber()
    {
        var facts = Consistent().With(Household(address: Elsewhere));

        Assert.Equal(["$.household.address"], MismatchOf(facts, Department.Police));
        Assert.Equal(["$.household.address", "$.household.householdNo"],
            MismatchOf(facts with { Form = facts.Form with { Household = new HouseholdDetails(Home, "9999") } }, Department.Police));
    }

    [Fact]
    public void Assess_HouseholdNumberTypedWithSpaces_IsMatch()
    {
        var facts = Consistent();

        Assert.Equal(CheckStatus.Match, (facts with { Form = facts.Form with { Household = new HouseholdDetails(Home, " 10 01") } }).Assess(Department.Police).Status);
    }

    [Fact]
    public void Assess_OtherGuardiansRecorded_NamesTheRelation() =>
        Assert.Equal(["$.guardian.relation"], MismatchOf(
            Consistent().With(new GuardianshipItem(Child, Stranger, GuardianshipBasis.Appointed, Date("2022-01-01"))), Department.CivilAffairs));

    [Fact]
    public void Assess_AppointedGuardianSaysFather_NamesTheRelation() =>
        Assert.Equal(["$.guardian.relation"], MismatchOf(
            Consistent().With(new GuardianshipItem(Child, Father, GuardianshipBasis.Appointed, Date("2022-01-01"))), Department.CivilAffairs));

    [Fact]
    public void Assess_NoMarriageRecorded_IsMatch() =>
        Assert.Equal(CheckStatus.Match, Consistent().With<MarriageItem>().Assess(Department.CivilAffairs).Status);

    [Fact]
    public void Assess_HomeElsewhere_NamesTheResidence() =>
        Assert.Equal(["$.residence.address"], MismatchOf(Consistent().With(HomeOf(address: Elsewhere)), Department.Property));

    [Fact]
    public void Assess_CertificateDisagrees_NamesItUnlessOnlyItsBracketsDo()
    {
        var facts = Consistent().With(HomeOf(certificateNo: "闽(2022)泉州市不动产权第0000001号"));

        Assert.Equal(CheckStatus.Match, Certificate(facts, "闽（2022）泉州市不动产权第 0000001号").Assess(Department.Property).Status);
        Assert.Equal(["$.property.certificateNo"], MismatchOf(Certificate(facts, "闽(2022)泉州市不动产权第0000002号"), Department.Property));
    }

    [Fact]
    public void Assess_OwnersAreNotWhomTheFormSays_NamesTheOwnership()
    {
        Assert.Equal(["$.property.ownership"], MismatchOf(Consistent().With(HomeOf(owners: OwnerUnwritten(Grandfather))), Department.Property));

        var facts = Consistent();
        facts = facts with { Form = facts.Form with { Property = new PropertyDetails(PropertyOwnership.Grandparents, CertificateNo: null) } };
        Assert.Equal(["$.property.ownership"], MismatchOf(facts, Department.Property));
    }

    [Fact]
    public void Assess_NoHomeStated_IsMatchWhateverTheHome() =>
        Assert.Equal(CheckStatus.Match, (Resident() with { Items = [HomeOf(address: Elsewhere)] }).Assess(Department.Property).Status);

    [Fact]
    public void Assess_PermitAndEmployerDisagree_NameThem()
    {
        var facts = Migrant();
        facts = facts with { Form = facts.Form with { Migrant = new MigrantDetails("JZ2", "91310115591693856A") } };

        Assert.Equal(["$.migrant.residencePermitNo"], MismatchOf(facts, Department.Police));
        Assert.Equal(["$.migrant.employerCode"], MismatchOf(facts, Department.SocialSecurity));
    }

    [Fact]
    public void Assess_TenancyYoungerAndElsewhere_NamesBoth() =>
        Assert.Equal(["$.residence.address", "$.tenancy.since"], MismatchOf(Mover().With(Tenancy("2024-10-02", address: Elsewhere)), Department.Property));

    [Fact]
    public void Assess_TenancyOlderThanStated_IsMatch() =>
        Assert.Equal(CheckStatus.Match, Mover().With(Tenancy("2024-09-30")).Assess(Department.Property).Status);

    [Fact]
    public void Assess_AmbiguityBesidesMismatch_IsForAPerson() =>
        Assert.Equal(CheckStatus.ManualReview, Consistent().With([.. Persons().Select(person => person with { Result = PersonResult.Mismatch })])
            .With(Household(), Household(householdNo: "1002")).Assess(Department.Police).Status);

    [Fact]
    public void Assess_RecordsNobodyAskedFor_AreIgnored()
    {
        var facts = Consistent().With(Household(address: Elsewhere));

        Assert.Equal(CheckStatus.Match, AnswerAssessment.Assess(facts.Form, [Question.Person], facts.Report(Department.Police)).Status);
    }

    [Fact]
    public void Assess_ItemsAndQuestionsInAnyOrder_SayTheSame()
    {
        RegisterItem[] items = [.. Persons(), new PersonItem(Stranger, PersonResult.Mismatch), Household(address: Elsewhere), Household(members: []),
            Permit(), Permit(permitNo: "JZ9")];
        var form = Form(CategoryCode.ConsistentResident) with { Migrant = new MigrantDetails("JZ7", EmployerCode: null) };

        Gen.Select(Gen.Shuffle(items), Gen.Shuffle(new[] { Question.Person, Question.Household, Question.ResidencePermit })).Sample((shuffled, asked) =>
            Assert.Equal(["$.household.address", "$.migrant.residencePermitNo"], Assert.IsType<CheckState.Mismatch>(AnswerAssessment.Assess(form, asked,
                new DepartmentReport(Department.Police, "测试系统", Facts.DataAsOf, DateTimeOffset.UnixEpoch, "00", shuffled))).Fields));
    }

    private static IReadOnlyList<string> MismatchOf(Facts facts, Department department) => Assert.IsType<CheckState.Mismatch>(facts.Assess(department)).Fields;

    private static Facts Certificate(Facts facts, string number) =>
        facts with { Form = facts.Form with { Property = new PropertyDetails(PropertyOwnership.Parents, number) } };
}
