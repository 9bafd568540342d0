using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>The chance of one list for another: who was ahead of whom stays so, and whoever is new stands where their own lot puts them.</summary>
public static class KeptLots
{
    /// <summary>Makes the lots.</summary>
    /// <param name="list">Whose they are to be.</param>
    /// <param name="before">Whose chance is kept.</param>
    /// <param name="seed">Of that chance.</param>
    public static AdmissionLots For(AdmissionList list, AdmissionList before, DrawSeed seed)
    {
        var (kept, own, units) = (AdmissionLots.Draw(before, seed).Numbers, AdmissionLots.Draw(list, seed), Units.Of(list));
        var count = kept.Count == 0 ? 1 : kept.Values.Max();
        // Places on one scale: number of all before, number of all now, neither rounded.
        var order = units.Members.Select((members, unit) => (members, Own: own.Numbers[units[unit].Ticket], Was: kept.TryGetValue(units[unit].Ticket, out var number) ? number : (int?)null))
            .OrderBy(unit => unit.Was is { } was ? (long)was * units.Count : (long)unit.Own * count).ThenBy(unit => unit.Own);
        return new AdmissionLots(order.SelectMany((unit, place) => unit.members.Select(row => (units.Rows[row].Ticket, Number: place + 1))).ToDictionary(pair => pair.Ticket, pair => pair.Number), own.Schools);
    }
}
