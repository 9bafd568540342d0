namespace Enrollment.Domain.Admission.Coordination;

/// <summary>From an area to a school that is open to it.</summary>
internal readonly record struct Walk(int Meters, int School)
{
    /// <summary>Shortest first; of equals the school named first.</summary>
    public static Walk[] Ordered(IReadOnlyList<int?> meters)
    {
        var keys = new List<long>(meters.Count);
        for (var school = 0; school < meters.Count; school++)
        {
            if (meters[school] is { } walk)
                keys.Add((long)walk << 32 | (uint)school);
        }
        keys.Sort();
        return [.. keys.Select(key => new Walk((int)(key >> 32), (int)key))];
    }
}
