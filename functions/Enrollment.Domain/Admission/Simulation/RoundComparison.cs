using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>Two runs of a round beside each other.</summary>
/// <param name="ChildrenBefore">Children of the list as it is.</param>
/// <param name="ChildrenAfter">Children of the list as it would be.</param>
/// <param name="Moved">Whose school differs, in ascending order of ticket.</param>
/// <param name="Schools">Every school, in order of the list.</param>
/// <param name="CutOffs">Every stage and school at which anybody was tried in either run.</param>
/// <param name="WalkBefore">All walks together, one way, in meters.</param>
/// <param name="WalkAfter">Likewise with the change.</param>
public sealed record RoundComparison(int ChildrenBefore, int ChildrenAfter, IReadOnlyList<MovedChild> Moved, IReadOnlyList<ComparedSchool> Schools,
    IReadOnlyList<ComparedCutOff> CutOffs, long WalkBefore, long WalkAfter);

/// <summary>A child that ends elsewhere.</summary>
/// <param name="Ticket">The child.</param>
/// <param name="Before">Its place as it is; null where it is in no list.</param>
/// <param name="After">Its place as it would be; likewise.</param>
public sealed record MovedChild(RowCode Ticket, SimulatedPlace? Before, SimulatedPlace? After);

/// <summary>Where a child ends.</summary>
/// <param name="School">The school; null where it keeps its public registration.</param>
/// <param name="Stage">The stage that gave the place; null as well then.</param>
/// <param name="Walk">The walk in meters, one way; null as well then.</param>
public sealed record SimulatedPlace(SchoolCode? School, string? Stage, int? Walk);

/// <summary>A school in both runs.</summary>
public sealed record ComparedSchool(SchoolCode Code, string Name, SchoolFigures Before, SchoolFigures After);

/// <summary>What of a school a run shows.</summary>
/// <param name="Plan">Its places.</param>
/// <param name="Method">What decides.</param>
/// <param name="Children">How many it was given.</param>
public sealed record SchoolFigures(int Plan, AdmissionMethod Method, int Children);

/// <summary>A stage at a school in both runs; null where it tried nobody there.</summary>
public sealed record ComparedCutOff(string Stage, SchoolCode School, CutOff? Before, CutOff? After);
