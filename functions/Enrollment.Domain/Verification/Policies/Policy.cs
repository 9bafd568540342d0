using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>
/// The rules of one intake year, as data (seeds/policies): what each category needs and whom to ask about it. Only
/// <see cref="Parse"/> makes one, so every category of <see cref="CategoryCode"/> is there and every rule required is defined.
/// </summary>
public sealed class Policy
{
    internal Policy(string id, int intakeYear, string areaCode, string timeZone, EvidenceWindow evidenceWindow,
        IReadOnlyList<PolicyRule> rules, IReadOnlyList<PolicyCategory> categories) =>
        (Id, IntakeYear, AreaCode, TimeZone, EvidenceWindow, Rules, Categories) =
        (id, intakeYear, areaCode, timeZone, evidenceWindow, rules, categories);

    /// <summary>Versioned id, e.g. <c>licheng-2026.1</c>; a case keeps the id it was decided by.</summary>
    public string Id { get; }

    /// <summary>The year of the summer the children enroll in.</summary>
    public int IntakeYear { get; }

    /// <summary>The district (GB/T 2260).</summary>
    public string AreaCode { get; }

    /// <summary>IANA name of the zone in which the policy's dates are read.</summary>
    public string TimeZone { get; }

    /// <summary>The days about which registers of periods (insurance, tenancy) are asked.</summary>
    public EvidenceWindow EvidenceWindow { get; }

    /// <summary>All rules defined.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; }

    /// <summary>All categories, best first.</summary>
    public IReadOnlyList<PolicyCategory> Categories { get; }

    /// <summary>Reads a policy document; reports all that is wrong with it, with paths.</summary>
    public static PolicyResult Parse(string json) => PolicyReader.Read(json);

    /// <summary>A category's definition.</summary>
    public PolicyCategory Category(CategoryCode name) => Categories.Single(category => category.Name == name);

    /// <summary>A rule's definition.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy does not define the rule; no category of it requires one that is not.</exception>
    public PolicyRule Rule(RuleId id) =>
        Rules.FirstOrDefault(rule => rule.Id == id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, $"Not defined in {Id}.");

    /// <summary>Whom to ask what for a claimed category.</summary>
    public IReadOnlyList<CheckPlan> PlanChecks(CategoryCode claimed) => Category(claimed).Checks;
}

/// <summary>First and last day of a period asked about.</summary>
public sealed record EvidenceWindow(DateOnly From, DateOnly To);

/// <summary>A text in the two languages of the service.</summary>
public sealed record LocalizedText(string Zh, string En);
