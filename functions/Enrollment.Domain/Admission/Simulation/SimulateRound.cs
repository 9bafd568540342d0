using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>A what-if: the same children and the same chance, with the supply as it is and as it might be.</summary>
/// <param name="setup">The published order.</param>
/// <param name="supply">Schools and zones as they are.</param>
/// <param name="walks">Distances from each zone to each school.</param>
/// <param name="district">The district the lists are of.</param>
/// <param name="children">In any order.</param>
public sealed class SimulateRound(RoundSetup setup, DistrictSupply supply, WalkTable walks, string district, IReadOnlyList<SimulatedChild> children)
{
    // The list asks for a policy's id; categories come with the children here.
    private const string Policy = "what-if";

    /// <summary>Runs both and compares them.</summary>
    public SimulationResult Run(SupplyChange change, DrawSeed seed)
    {
        var (before, after) = (Prepare(supply), Prepare(change.Of(supply, setup.Year)));
        if (before.Check() is { Count: > 0 } faults)
            return new SimulationResult.Impossible(IsChanged: false, faults);
        var changed = HomesStay.In(after, before);
        return changed.Check() is { Count: > 0 } others
            ? new SimulationResult.Impossible(IsChanged: true, others)
            : new SimulationResult.Compared(CompareRounds.Of(before, changed, seed), Waiting(before), Waiting(after));
    }

    private AdmissionList Prepare(DistrictSupply under)
    {
        var (zones, served) = (new ZoneDirectory(under.Zones, setup.Year, district), under.ZonesOf(setup.Year));
        var tickets = children.ToDictionary(child => child.Candidate.Id, child => child.Ticket);
        return PrepareRound.From(setup, Policy, under, walks, new Dictionary<SchoolCode, int>(), [.. children.Select(child => child.In(zones, served))], id => tickets[id]).List;
    }

    private IReadOnlyList<RowCode> Waiting(AdmissionList list) => [.. children.Select(child => child.Ticket).Except(list.Rows.Select(row => row.Ticket)).Order()];
}

/// <summary>What a what-if gives. Closed.</summary>
public abstract record SimulationResult
{
    private SimulationResult()
    {
    }

    /// <summary>Both rounds could be run.</summary>
    /// <param name="Comparison">Who moves.</param>
    /// <param name="WaitingBefore">Children in no list, because only a person can tell where they live.</param>
    /// <param name="WaitingAfter">Likewise, with the change.</param>
    public sealed record Compared(RoundComparison Comparison, IReadOnlyList<RowCode> WaitingBefore, IReadOnlyList<RowCode> WaitingAfter) : SimulationResult;

    /// <summary>No round can be run from the list.</summary>
    /// <param name="IsChanged">Only with the change; otherwise even without it.</param>
    /// <param name="Faults">Why.</param>
    public sealed record Impossible(bool IsChanged, IReadOnlyList<AdmissionFault> Faults) : SimulationResult;
}
