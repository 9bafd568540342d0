using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>
/// The rules of one intake year, as data (seeds/policies): what each category needs and whom to ask about it. Only
/// <see cref="Parse"/> makes one, so every category of <see cref="CategoryCode"/> is there and every rule required is defined.
/// </summary>
public sealed record Policy
{
    internal Policy(string id, int intakeYear, string areaCode, string timeZone, EvidenceWindow evidenceWindow) =>
        (Id, IntakeYear, AreaCode, TimeZone, EvidenceWindow) = (id, intakeYear, areaCode, timeZone, evidenceWindow);

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

    /// <summary>The season's days.</summary>
    public required PolicyCalendar Calendar { get; init; }

    /// <summary>How long parents and the bureau have.</summary>
    public required PolicyDeadlines Deadlines { get; init; }

    /// <summary>The papers a parent may be asked for.</summary>
    public required IReadOnlyList<PolicyPaper> Papers { get; init; }

    /// <summary>The reasons people may give for what they decide.</summary>
    public required IReadOnlyList<PolicyReason> Reasons { get; init; }

    /// <summary>All rules defined.</summary>
    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    /// <summary>All categories, C1 first; their order of allocation is <see cref="PolicyCategory.Group"/>.</summary>
    public required IReadOnlyList<PolicyCategory> Categories { get; init; }

    /// <summary>SHA-256 of the document's canonical form: whatever a machine reads in it, and neither white space nor the order of members.</summary>
    public Digest Digest { get; init; }

    /// <summary>The version within the year: <c>licheng-2026.10</c> is newer than <c>licheng-2026.9</c>.</summary>
    public int Version => int.Parse(Id.AsSpan(Id.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Reads a policy document; reports all that is wrong with it, with paths.</summary>
    public static PolicyResult Parse(string json) => PolicyReader.Read(json);

    /// <summary>A category's definition.</summary>
    public PolicyCategory Category(CategoryCode name) => Categories.Single(category => category.Name == name);

    /// <summary>A rule's definition.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy does not define the rule; no category of it requires one that is not.</exception>
    public PolicyRule Rule(RuleId id) =>
        Rules.FirstOrDefault(rule => rule.Id == id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, $"Not defined in {Id}.");

    /// <summary>A paper's definition.</summary>
    public PolicyPaper Paper(string id) => Papers.Single(paper => paper.Id == id);

    /// <summary>A reason for a use; null where the policy has none of this code.</summary>
    public PolicyReason? Reason(string id, ReasonUse use) => Reasons.FirstOrDefault(reason => reason.Id == id && reason.Uses.Contains(use));

    /// <summary>Whom to ask what for a claimed category.</summary>
    public IReadOnlyList<CheckPlan> PlanChecks(CategoryCode claimed) => Category(claimed).Checks;
}

/// <summary>First and last day of a period asked about.</summary>
public sealed record EvidenceWindow(DateOnly From, DateOnly To);

/// <summary>A text in the two languages of the service.</summary>
public sealed record LocalizedText(string Zh, string En);
