using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>A child of a what-if: as its application would say, and where it lives, because a boundary may move.</summary>
/// <param name="Ticket">What stands for it.</param>
/// <param name="Address">The home; null where a person has decided its zones.</param>
/// <param name="Candidate">Everything else; its area is looked up anew for each set of boundaries.</param>
public sealed record SimulatedChild(RowCode Ticket, StandardAddress? Address, Candidate Candidate)
{
    /// <summary>The child within some boundaries.</summary>
    public Candidate In(ZoneDirectory zones) => Address is null ? Candidate : Candidate with { Area = zones.Find(Address) };

    /// <summary>Without the home.</summary>
    public override string ToString() => $"SimulatedChild {{ {Ticket} }}";
}
