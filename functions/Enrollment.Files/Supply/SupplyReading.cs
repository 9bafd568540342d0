using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Files.Supply;

/// <summary>What reading a district's supply gives. Closed.</summary>
public abstract record SupplyReading
{
    private SupplyReading()
    {
    }

    /// <summary>Everything was read. Findings are for the bureau to look at: overlaps, gaps, buildings without a zone.</summary>
    /// <param name="Supply">Schools and zones.</param>
    /// <param name="Findings">The first thousand of each file.</param>
    /// <param name="Total">How many there are.</param>
    /// <param name="Figures">What was compared.</param>
    public sealed record Read(DistrictSupply Supply, IReadOnlyList<SupplyFault> Findings, int Total, SupplyFigures Figures) : SupplyReading;

    /// <summary>Nothing was taken; findings wait until the files can be read.</summary>
    /// <param name="Faults">The first thousand of each file.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Faulty(IReadOnlyList<SupplyFault> Faults, int Total) : SupplyReading;
}

/// <summary>What was compared.</summary>
/// <param name="Schools">School years.</param>
/// <param name="Zones">Zones.</param>
/// <param name="Lines">Lines of their lists.</param>
/// <param name="Polygons">Polygons of the map.</param>
/// <param name="Buildings">Buildings.</param>
public sealed record SupplyFigures(int Schools, int Zones, int Lines, int Polygons, int Buildings);
