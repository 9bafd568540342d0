using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Rosters;

/// <summary>What reading a roster gives: all of it, or all that is wrong with it. Closed.</summary>
public abstract record RosterReading
{
    private RosterReading()
    {
    }

    /// <summary>The roster, without a fault.</summary>
    public sealed record Read(Roster Roster) : RosterReading;

    /// <summary>Nothing was taken.</summary>
    /// <param name="Faults">The first thousand of each sheet.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Faulty(IReadOnlyList<RosterFault> Faults, int Total) : RosterReading;
}
