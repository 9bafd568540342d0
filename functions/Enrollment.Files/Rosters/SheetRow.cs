using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Rosters;

/// <summary>One row of a file.</summary>
/// <param name="Number">As a spreadsheet counts.</param>
/// <param name="Cells">From column A.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<RosterCell> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}
