using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>What the rules judge by: the form, and of the departments' answers only what the claimed category asks for.</summary>
public sealed class Evidence
{
    private readonly HashSet<Question> _asked;
    private readonly Dictionary<Department, AnsweredCheck> _checks;

    /// <summary>The evidence on one application.</summary>
    /// <exception cref="ArgumentException">Two checks of one department, or a report of another department: the caller's mistake.</exception>
    public Evidence(Policy policy, ApplicationForm form, IReadOnlyList<AnsweredCheck> checks, ServiceFacts? facts = null)
    {
        if (checks.FirstOrDefault(check => check.Report is { } report && report.Department != check.Department) is { } foreign)
            throw new ArgumentException($"The report is not of {foreign.Department}.", nameof(checks));
        (Policy, Form, Facts) = (policy, form, facts ?? ServiceFacts.None);
        _asked = policy.PlanChecks(form.Category).SelectMany(plan => plan.Questions).ToHashSet();
        _checks = checks.ToDictionary(check => check.Department);
        Household = FindHousehold();
    }

    internal Policy Policy { get; }

    internal ApplicationForm Form { get; }

    internal ServiceFacts Facts { get; }

    internal ChildHousehold Household { get; }

    internal Answer<PersonItem> Persons => On<PersonItem>(Question.Person);

    internal Answer<ResidencePermitItem> Permits =>
        On<ResidencePermitItem>(Question.ResidencePermit).Where(item => IsGuardian(item.HolderIdNo));

    internal Answer<MarriageItem> Marriages => On<MarriageItem>(Question.Marriage);

    internal Answer<GuardianshipItem> Guardianships =>
        On<GuardianshipItem>(Question.Guardianship).Where(item => Form.Child.Document.Names(item.ChildIdNo));

    internal Answer<HomeItem> Homes => On<HomeItem>(Question.Homes);

    internal Answer<TenancyItem> Tenancies => On<TenancyItem>(Question.Tenancy).Where(item => IsGuardian(item.TenantIdNo));

    internal Answer<InsuranceItem> Insurances => On<InsuranceItem>(Question.Insurance).Where(item => IsGuardian(item.PersonIdNo));

    internal Answer<DisabilityCardItem> DisabilityCards =>
        On<DisabilityCardItem>(Question.DisabilityCard).Where(item => Form.Child.Document.Names(item.PersonIdNo));

    internal bool IsGuardian(string idNo) => Form.Guardians.Any(guardian => guardian.Document.Names(idNo));

    private Answer<T> On<T>(Question question) where T : RegisterItem
    {
        var department = CheckPlan.DepartmentOf(question);
        var check = _checks.GetValueOrDefault(department);
        var missing = _asked.Contains(question) ? WhyUnanswered(check) : FindingReason.NotAsked;
        IReadOnlyList<T> items = missing is null ? [.. check!.Report!.Items.OfType<T>()] : [];
        return new Answer<T>(department, check?.Report?.DataAsOf, missing, items).Where(_ => true);
    }

    /// <summary>A department's check, whatever came of it; null where it was not asked.</summary>
    internal AnsweredCheck? CheckOf(Department department) => _checks.GetValueOrDefault(department);

    private static FindingReason? WhyUnanswered(AnsweredCheck? check) => check?.State.Status switch
    {
        // A person speaks to single rules; for the others the register still does, if it said anything.
        _ when check?.Person is not null => check.Report is null ? FindingReason.LeftToAPerson : null,
        null or CheckStatus.NotStarted or CheckStatus.Queued or CheckStatus.Pending => FindingReason.NotAnswered,
        CheckStatus.SourceUnavailable => FindingReason.SourceUnavailable,
        CheckStatus.Expired => FindingReason.AnswerExpired,
        CheckStatus.ManuallyRejected or CheckStatus.Waived => FindingReason.LeftToAPerson,
        _ when check.Report is not null => null,
        CheckStatus.NotFound => FindingReason.NothingFound,
        _ => FindingReason.NotAnswered,
    };

    private ChildHousehold FindHousehold()
    {
        var answer = On<HouseholdItem>(Question.Household).Where(item => item.Members.Any(IsChild));
        if (answer.Missing is { } missing)
            return new ChildHousehold(answer.Source, answer.DataAsOf, missing, Item: null, Child: null);
        if (answer.Items.Count > 1)
            return new ChildHousehold(answer.Source, answer.DataAsOf, FindingReason.SeveralHouseholds, Item: null, Child: null);
        var entries = answer.Items[0].Members.Where(IsChild).ToList();
        return entries.Count > 1
            ? new ChildHousehold(answer.Source, answer.DataAsOf, FindingReason.ContradictoryRecords, Item: null, Child: null)
            : new ChildHousehold(answer.Source, answer.DataAsOf, Missing: null, answer.Items[0], entries[0]);
    }

    private bool IsChild(HouseholdMember member) => Form.Child.Document.Names(member.IdNo);
}
