namespace Enrollment.Domain.Admission.Coordination;

/// <summary>
/// Coordinated placement (统筹安排) of one order group, as numbers. Children of one area share their walks, so only how many of them go to
/// which school matters, not who. The order of areas and schools is the tie-break: give them in an order drawn by lot, never by code.
/// </summary>
public sealed record CoordinationProblem
{
    /// <summary>States a problem. Anything the parameters forbid is a bug of the caller; too few seats are not.</summary>
    /// <param name="children">For each area, the children to be seated: 0 or more, in all at most <see cref="int.MaxValue"/>.</param>
    /// <param name="seats">For each school, the seats left: 0 or more.</param>
    /// <param name="meters">For each area and school the walk in whole meters, 0 or more; null where the pair is barred.</param>
    /// <exception cref="ArgumentException">A number is negative, the children are too many, or a row is missing, too short or too long.</exception>
    public CoordinationProblem(IReadOnlyList<int> children, IReadOnlyList<int> seats, IReadOnlyList<IReadOnlyList<int?>> meters)
    {
        if (children.Any(count => count < 0) || children.Sum(count => (long)count) > int.MaxValue)
            throw new ArgumentException("Children are counted from 0 to 2^31 - 1 in all.", nameof(children));
        if (seats.Any(count => count < 0))
            throw new ArgumentException("Seats are counted from 0.", nameof(seats));
        if (meters.Count != children.Count || meters.Any(row => row.Count != seats.Count || row.Any(walk => walk < 0)))
            throw new ArgumentException("A row for each area, a walk of 0 meters or more for each school.", nameof(meters));
        (Children, Seats, Meters) = (children, seats, meters);
    }

    /// <summary>For each area, the children to be seated.</summary>
    public IReadOnlyList<int> Children { get; }

    /// <summary>For each school, the seats left.</summary>
    public IReadOnlyList<int> Seats { get; }

    /// <summary>For each area and school the walk in meters; null where the pair is barred.</summary>
    public IReadOnlyList<IReadOnlyList<int?>> Meters { get; }
}
