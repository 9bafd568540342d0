using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>A simulated family: the form, what every register would answer, and what the service itself knows.</summary>
internal sealed record CaseFamily(ApplicationForm Form, IReadOnlyList<RegisterItem> Items, IReadOnlyDictionary<Department, CheckStatus> States, ServiceFacts Facts)
{
    private const string Home = "福建省泉州市鲤城区鲤中街道测试路1号101室";
    private const string Elsewhere = "福建省泉州市鲤城区鲤中街道测试路2号202室";

    internal static CaseFamily Of(int intakeYear, CategoryCode claimed, CaseWords words)
    {
        var form = ReadForm(intakeYear, claimed, words);
        return new CaseFamily(form, CaseRegisters.Of(form, words), ReadStates(words), ReadFacts(words));
    }

    internal Decision Decide(Policy policy, Func<PolicyRule, Evidence, RuleFinding> judge) => Decision.Of(policy, Form.Category, Judge(policy, judge));

    internal IReadOnlyDictionary<RuleId, RuleFinding> Judge(Policy policy, Func<PolicyRule, Evidence, RuleFinding> judge)
    {
        var evidence = new Evidence(policy, Form, [.. Enum.GetValues<Department>().Select(Check)], Facts);
        return policy.Rules.ToDictionary(rule => rule.Id, rule => judge(rule, evidence));
    }

    internal static string Address(CaseWords words, string word) => words.OneOf(word, ("home", Home), ("elsewhere", Elsewhere));

    private AnsweredCheck Check(Department department)
    {
        var state = new CheckState.Simple(States[department]);
        var items = Items.Where(item => CheckPlan.DepartmentOf(item.Question) == department).ToList();
        return state.Status is CheckStatus.Match or CheckStatus.ManuallyConfirmed
            ? new AnsweredCheck(department, state, new DepartmentReport(department, "simulated", default, default, "", items))
            : new AnsweredCheck(department, state, Report: null);
    }

    private static ApplicationForm ReadForm(int intakeYear, CategoryCode claimed, CaseWords words)
    {
        var applicant = words.OneOf("applicant",
            ("father", CasePeople.Guardian("张父", CasePeople.Father, GuardianRelation.Father)),
            ("mother", CasePeople.Guardian("李母", CasePeople.Mother, GuardianRelation.Mother)),
            ("guardian", CasePeople.Guardian("王监护", CasePeople.Stranger, GuardianRelation.Guardian)));
        var other = words.OneOf("other", ("yes", true), ("no", false)) && applicant.Relation is not GuardianRelation.Guardian
            ? applicant.Relation is GuardianRelation.Father
                ? CasePeople.Guardian("李母", CasePeople.Mother, GuardianRelation.Mother)
                : CasePeople.Guardian("张父", CasePeople.Father, GuardianRelation.Father)
            : null;
        return new ApplicationForm(intakeYear, claimed, ReadChild(words), applicant, other, Address(words, "residence"),
            Household: null, Property: null, Migrant: null, Tenancy: null);
    }

    private static ChildDetails ReadChild(CaseWords words)
    {
        var born = words.Date("born");
        var stated = words.Is("stated", "same") ? born : words.Date("stated");
        var document = words.OneOf("paper",
            ("CitizenId", CasePeople.Document(IdentityDocumentKind.CitizenId, CasePeople.IdNo("359901", born, 11))),
            ("HongKongPermit", CasePeople.Document(IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan, CasePeople.IdNo("810000", born, 11))),
            ("HomeReturnPermit", CasePeople.Document(IdentityDocumentKind.HomeReturnPermit, "H00000001")),
            ("TaiwanPass", CasePeople.Document(IdentityDocumentKind.TaiwanPass, "00000001")));
        return new ChildDetails(CasePeople.Name("张测试"), document, stated, Sex.Male);
    }

    private static Dictionary<Department, CheckStatus> ReadStates(CaseWords words) =>
        Enum.GetValues<Department>().ToDictionary(department => department, department => State(words, CaseWords.Of(department)));

    private static CheckStatus State(CaseWords words, string word) => words.OneOf(word,
        ("answered", CheckStatus.Match), ("confirmed", CheckStatus.ManuallyConfirmed), ("down", CheckStatus.SourceUnavailable), ("silent", CheckStatus.Pending),
        ("norecord", CheckStatus.NotFound), ("expired", CheckStatus.Expired), ("rejected", CheckStatus.ManuallyRejected), ("waived", CheckStatus.Waived));

    private static ServiceFacts ReadFacts(CaseWords words)
    {
        var zones = words.Is("zones", "unasked") ? [] : words["zones"].Split('/');
        if (zones.Length is not (0 or 2))
            words.Errors.Add("zones: counts of single-school and multi-school zones, 1/0");
        int? Zones(int index) => zones.Length == 2 ? words.Number("zones", zones[index]) : null;
        return new ServiceFacts(words.Number("live"), words.OneOf("statement", ("unasked", (bool?)null), ("yes", true), ("no", false)), Zones(0), Zones(1),
            words.Number("siblingsApplying"), words.Is("taken", "unasked") ? null : CaseRegisters.PlacesTaken(words));
    }
}
