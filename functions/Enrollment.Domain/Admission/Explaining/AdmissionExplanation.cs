using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Explaining;

/// <summary>Why a child goes where it goes. Codes and arguments; texts are the host's.</summary>
/// <param name="Ticket">The child.</param>
/// <param name="Group">Its order group.</param>
/// <param name="Levels">The names of its levels in the group's sub-orders.</param>
/// <param name="Lot">Its lot number, from 1.</param>
/// <param name="Position">Its position among the children of its group, from 1: levels first, then lot number.</param>
/// <param name="Of">How many children the group has.</param>
/// <param name="Outcome">In one word.</param>
/// <param name="School">Where the child goes; null when it keeps its public registration.</param>
/// <param name="Stage">The stage that gave the place.</param>
/// <param name="Meters">The walk there.</param>
/// <param name="AreaSchool">The school of the single-school zone, if the home lies in one.</param>
/// <param name="Tried">Every school tried, in the order in which it was; the last one is the place if it was reached by choice or area.</param>
/// <param name="Nearer">Of a child placed by coordination: the open schools nearer than the one given, nearest first, at most ten.</param>
public sealed record AdmissionExplanation(RowCode Ticket, string Group, IReadOnlyList<string> Levels, int Lot, int Position, int Of, AdmissionOutcome Outcome,
    SchoolCode? School, string? Stage, int? Meters, SchoolCode? AreaSchool, IReadOnlyList<SchoolTried> Tried, IReadOnlyList<NearerSchool> Nearer);

/// <summary>A school nearer than the one coordination gave.</summary>
/// <param name="School">The school.</param>
/// <param name="Meters">The walk to it.</param>
/// <param name="Reason"><see cref="TriedReason.NoSeatsLeft"/>, or <see cref="TriedReason.WalksOfTheGroup"/>.</param>
public sealed record NearerSchool(SchoolCode School, int Meters, TriedReason Reason);

/// <summary>How a child got its place. Added to, never renamed.</summary>
public enum AdmissionOutcome
{
    /// <summary>By a seat that left the plan first.</summary>
    OffPlan,
    /// <summary>At the school of its zone.</summary>
    AreaSchool,
    /// <summary>At a school it ranked.</summary>
    Choice,
    /// <summary>By coordinated placement.</summary>
    Coordinated,
    /// <summary>Not in this round; its public registration stands.</summary>
    PublicRegistration,
}

/// <summary>A school tried in a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="School">The school.</param>
/// <param name="Reason">Why it was reached or not.</param>
/// <param name="Seats">Places the school had when the stage began.</param>
/// <param name="Wanted">Children it was tried for.</param>
/// <param name="CutOff">Where the last child admitted stood; null when nobody was admitted or nobody turned away.</param>
/// <param name="Needed">What would have been enough to be admitted here, or at a school tried before; null when admitted, and when no order would have been.</param>
public sealed record SchoolTried(string Stage, SchoolCode School, TriedReason Reason, int Seats, int Wanted, OrderPosition? CutOff, OrderPosition? Needed);

/// <summary>A position in a stage's order.</summary>
/// <param name="Group">The group.</param>
/// <param name="Levels">Names of the levels.</param>
/// <param name="Settled">Settlement date, where the school decides by it.</param>
/// <param name="ParentSettled">The parent's, likewise.</param>
/// <param name="Lot">Lot number. As something needed: a number below it.</param>
public sealed record OrderPosition(string Group, IReadOnlyList<string> Levels, DateOnly? Settled, DateOnly? ParentSettled, int Lot);

/// <summary>Why a school was reached or not. Added to, never renamed.</summary>
public enum TriedReason
{
    /// <summary>The place given.</summary>
    Admitted,
    /// <summary>The school is not open in this stage.</summary>
    NotOpen,
    /// <summary>Earlier stages had taken all places.</summary>
    NoSeatsLeft,
    /// <summary>All places went to children of an earlier group.</summary>
    GroupAfterCutOff,
    /// <summary>All places went to children of an earlier level.</summary>
    LevelAfterCutOff,
    /// <summary>All places went to bundles of the same level, which are drawn first.</summary>
    BundlesBefore,
    /// <summary>Settled later than the last child admitted.</summary>
    SettledAfterCutOff,
    /// <summary>Settled with the last child admitted, the parent later.</summary>
    ParentSettledAfterCutOff,
    /// <summary>The lot number is above the last one admitted.</summary>
    LotAboveCutOff,
    /// <summary>Fewer places were left than the bundle has children.</summary>
    BundleNeedsMoreSeats,
    /// <summary>Its places went to others of the stage, so that the sum of all walks is the smallest there is.</summary>
    WalksOfTheGroup,
}
