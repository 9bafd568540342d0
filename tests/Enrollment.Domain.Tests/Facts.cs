using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests;

/// <summary>A form and what the registers hold on the family, turned into the checks of the claimed category.</summary>
internal sealed record Facts
{
    public static readonly DateOnly DataAsOf = TestData.Date("2026-06-30");

    public Policy Policy { get; init; } = TestData.Policy;

    public required ApplicationForm Form { get; init; }

    public required IReadOnlyList<RegisterItem> Items { get; init; }

    /// <summary>Checks that stand otherwise than answered.</summary>
    public IReadOnlyList<AnsweredCheck> Instead { get; init; } = [];

    /// <summary>The same registers, with these records in the place of all of their kind.</summary>
    public Facts With<T>(params T[] items) where T : RegisterItem => this with { Items = [.. Items.Where(item => item is not T), .. items] };

    public Facts Claiming(CategoryCode category) => this with { Form = Form with { Category = category } };

    public Facts Standing(Department department, CheckStatus status) =>
        this with { Instead = [.. Instead, new AnsweredCheck(department, new CheckState.Simple(status), Report: null)] };

    public IReadOnlyList<AnsweredCheck> Checks() =>
        [.. Enum.GetValues<Department>().Select(department => Instead.FirstOrDefault(check => check.Department == department) ?? Answered(department))];

    public DepartmentReport Report(Department department) =>
        new(department, "测试系统", DataAsOf, DateTimeOffset.UnixEpoch, "00", [.. Items.Where(item => DepartmentOf(item) == department)]);

    /// <summary>What the department answers when it is asked; the body names it.</summary>
    public DepartmentAnswer.Reported Answer(Department department, string body = "{}") => new(body, Report(department));

    public CheckState Assess(Department department) => AnswerAssessment.Assess(Form,
        Policy.PlanChecks(Form.Category).Single(plan => plan.Department == department).Questions, Report(department));

    public RuleFinding Judge(RuleId rule) => EligibilityRules.Judge(Policy.Rule(rule), new Evidence(Policy, Form, Checks()));

    public Verdict Decide() => Verdict.Decide(Policy, Form, Checks());

    private AnsweredCheck Answered(Department department) => new(department, new CheckState.Simple(CheckStatus.Match), Report(department));

    private static Department DepartmentOf(RegisterItem item) => item switch
    {
        PersonItem or HouseholdItem or ResidencePermitItem => Department.Police,
        MarriageItem or GuardianshipItem => Department.CivilAffairs,
        HomeItem or TenancyItem => Department.Property,
        InsuranceItem => Department.SocialSecurity,
        DisabilityCardItem => Department.DisabledPersons,
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
