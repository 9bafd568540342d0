namespace Enrollment.Domain.Admission.Lists;

/// <summary>One step of a round: who takes part, what they are offered, and what decides.</summary>
/// <param name="Code">1 to 40 letters, digits, hyphens and underscores.</param>
/// <param name="Kind">What is offered.</param>
/// <param name="Groups">Codes of the groups that take part, first in order first.</param>
/// <param name="Entries">On-time children, late ones, or both.</param>
/// <param name="Scope">Which schools are open in this stage.</param>
/// <param name="Rule">What decides between children of one group and sub-order.</param>
public sealed record Stage(string Code, StageKind Kind, IReadOnlyList<string> Groups, StageEntries Entries, StageScope Scope, StageRule Rule);

/// <summary>What a stage offers to whom.</summary>
public enum StageKind
{
    /// <summary>A seat off the plan at the child's first choice, else its area school, else the nearest open school; for rows with an off-plan seat.</summary>
    OffPlan,
    /// <summary>The school of the child's single-school zone.</summary>
    AreaSchool,
    /// <summary>The ranked schools of the child's multi-school zone.</summary>
    ZoneChoices,
    /// <summary>The ranked schools, wherever the home lies.</summary>
    AnyChoices,
    /// <summary>Any open school with places left, so that each group walks as little as can be (统筹安排).</summary>
    Coordinated,
}

/// <summary>Who of a stage's groups takes part.</summary>
public enum StageEntries
{
    /// <summary>Those who applied in time.</summary>
    OnTime,
    /// <summary>Those who did not.</summary>
    Late,
    /// <summary>Both, on the same footing.</summary>
    All,
}

/// <summary>Which schools a stage is open at.</summary>
public enum StageScope
{
    /// <summary>Municipal and district schools.</summary>
    Public,
    /// <summary>District schools.</summary>
    District,
    /// <summary>Municipal and district schools that are not listed as tight.</summary>
    PublicNotTight,
    /// <summary>Municipal and district schools that serve no multi-school zone: children of those zones come later.</summary>
    PublicOutsideChoiceZones,
    /// <summary>Private schools.</summary>
    Private,
    /// <summary>Every school of the list.</summary>
    All,
    /// <summary>District schools that are not listed as tight: where no place is bound to a home (R6).</summary>
    DistrictNotTight,
}

/// <summary>What decides between children of one group and sub-order. A lot number decides between those who are still equal.</summary>
public enum StageRule
{
    /// <summary>What each school has named.</summary>
    AsTheSchool,
    /// <summary>The lot number at every school.</summary>
    Lot,
    /// <summary>The settlement date at every school.</summary>
    SettlementDate,
}
