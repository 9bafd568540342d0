using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>A child of a what-if: as its application would say, and where it lives, because a boundary may move.</summary>
/// <param name="Ticket">What stands for it.</param>
/// <param name="Address">The home; null where a person has decided its zones.</param>
/// <param name="Candidate">Everything else; its area is looked up anew for each set of boundaries.</param>
/// <param name="IsLocked">Another child's place binds the home (R6), at whatever schools serve it.</param>
public sealed record SimulatedChild(RowCode Ticket, StandardAddress? Address, Candidate Candidate, bool IsLocked)
{
    /// <summary>The child within some boundaries.</summary>
    /// <param name="zones">Where homes lie.</param>
    /// <param name="served">Which schools serve which zone.</param>
    public Candidate In(ZoneDirectory zones, IReadOnlyList<RoundZone> served)
    {
        var candidate = Address is null ? Candidate : Candidate with { Area = zones.Find(Address) };
        return IsLocked ? candidate with { Home = HomeIn(candidate.Zones, served) } : candidate;
    }

    // Which home it is nobody says here: it is the child's alone.
    private CandidateHome HomeIn((ZoneCode? Single, ZoneCode? Multi) zones, IReadOnlyList<RoundZone> served)
    {
        IReadOnlyList<SchoolCode> bound = [.. served.Where(zone => zone.Code == zones.Single || zone.Code == zones.Multi).SelectMany(zone => zone.Schools).Distinct()];
        return new CandidateHome(Ticket.ToString(), Ticket.ToString(), bound) { BoundAt = bound };
    }

    /// <summary>Without the home.</summary>
    public override string ToString() => $"SimulatedChild {{ {Ticket} }}";
}
