using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>What a seed makes of a list (docs/admission-record.md section 6).</summary>
/// <param name="List">The list, its rows in ascending order of ticket.</param>
/// <param name="Places">The outcome of every child, in ascending order of ticket.</param>
/// <param name="CutOffs">For each stage and school at which anybody was tried, in order of stages, then of schools.</param>
public sealed record AdmissionResult(AdmissionList List, IReadOnlyList<AdmissionPlace> Places, IReadOnlyList<CutOff> CutOffs)
{
    /// <summary>Digest of the canonical form.</summary>
    public Digest Digest => Digest.Of(CanonicalText.Bytes(ToLines()));

    /// <summary>The canonical form, line by line.</summary>
    public IReadOnlyList<string> ToLines() => AdmissionResultText.Write(this);

    /// <summary>Reads a canonical result of this list; null when the lines are not one.</summary>
    public static AdmissionResult? Parse(AdmissionList list, IReadOnlyList<string> lines) => AdmissionResultText.Read(list, lines);
}

/// <summary>Where a child goes.</summary>
/// <param name="Ticket">The child.</param>
/// <param name="Lot">Its lot number, from 1; children of a bundle share one.</param>
/// <param name="School">The school; null where the list lets a child keep its public registration (<see cref="RestRule.PublicRegistration"/>).</param>
/// <param name="Stage">Code of the stage that gave the place; null as well then.</param>
public sealed record AdmissionPlace(RowCode Ticket, int Lot, SchoolCode? School, string? Stage);

/// <summary>What a stage came to at a school.</summary>
/// <param name="Stage">Code of the stage.</param>
/// <param name="School">The school.</param>
/// <param name="Seats">Places left when the stage began.</param>
/// <param name="Wanted">Children the school was tried for; in a coordinated stage those it was given.</param>
/// <param name="Admitted">Children admitted; above <paramref name="Seats"/> only where a bundle brought its others along.</param>
/// <param name="Last">The child last in order among those admitted, when others were turned away for want of places; null when nobody was, or nobody admitted.</param>
public sealed record CutOff(string Stage, SchoolCode School, int Seats, int Wanted, int Admitted, RowCode? Last);
