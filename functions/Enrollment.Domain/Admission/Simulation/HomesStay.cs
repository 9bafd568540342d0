using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>A boundary moves and no home does: a child of both lists keeps its walks, whichever zone it lies in now.</summary>
internal static class HomesStay
{
    public static AdmissionList In(AdmissionList after, AdmissionList before)
    {
        var homes = before.Rows.ToDictionary(row => row.Ticket, row => row.Area);
        var beyond = before.Areas.Count == 0 ? 0 : before.Areas.Max(area => area.Id);
        AdmissionRow[] rows = [.. after.Rows.Select(row => row with { Area = homes.TryGetValue(row.Ticket, out var home) ? home : row.Area + beyond })];
        var used = rows.Select(row => row.Area).ToHashSet();
        // A zone nobody was measured from is no fault as long as nobody's home is new in it.
        return after with { Rows = rows, Areas = [.. before.Areas.Concat(after.Areas.Select(area => area with { Id = area.Id + beyond })).Where(area => used.Contains(area.Id))] };
    }
}
