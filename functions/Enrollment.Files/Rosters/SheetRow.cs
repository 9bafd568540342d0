namespace Enrollment.Files.Rosters;

/// <summary>One row of a file as texts.</summary>
/// <param name="Number">As a spreadsheet counts.</param>
/// <param name="Cells">The texts; a formula's cell is empty.</param>
/// <param name="Formulas">Places, from 0, of cells that hold a formula or text a spreadsheet would take for one.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<int> Formulas)
{
    /// <summary>Would a spreadsheet run this text?</summary>
    public static bool IsFormula(string text) => text.Length > 1 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');
}
