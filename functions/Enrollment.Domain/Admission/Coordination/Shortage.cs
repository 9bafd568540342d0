namespace Enrollment.Domain.Admission.Coordination;

/// <summary>Shows why children are left over once no chain can seat one more.</summary>
internal static class Shortage
{
    /// <summary>Who waits, every school open to them, everybody who sits there, every school open to those, and so on: all these schools are full.</summary>
    public static CoordinationOutcome.SeatsShort Of(WorkingPlacement placement)
    {
        SortedSet<int> areas = [.. Enumerable.Range(0, placement.Areas).Where(area => placement.Waiting[area] > 0)];
        SortedSet<int> schools = [];
        var next = new Queue<int>(areas);
        while (next.TryDequeue(out var area))
        {
            foreach (var walk in placement.Walks[area].Where(walk => schools.Add(walk.School)))
            {
                foreach (var tenant in placement.AreasAt[walk.School].Where(areas.Add))
                    next.Enqueue(tenant);
            }
        }
        return new CoordinationOutcome.SeatsShort(placement.Waiting.Sum(), [.. areas], [.. schools]);
    }
}
