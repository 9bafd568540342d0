using Enrollment.Domain.Placement.Rosters;
using Sylvan.Data.Csv;

namespace Enrollment.Files.Rosters;

/// <summary>Puts the sheets of a roster together and collects the faults of all of them.</summary>
internal sealed class RosterAssembly
{
    private readonly RosterFaults _pupilFaults = new(RosterSheet.Pupils);
    private readonly RosterFaults _classFaults = new(RosterSheet.Classes);
    private readonly RosterFaults _teamFaults = new(RosterSheet.Teams);

    public RosterReading Read(IEnumerable<SheetRow> pupils, IEnumerable<SheetRow>? classes, IReadOnlyList<int>? capacities, IEnumerable<SheetRow>? teams)
    {
        var seats = classes is null ? capacities : Classes(classes);
        var (columns, sheetOfPupils) = Pupils(pupils, seats);
        var sheetOfTeams = Teams(teams, seats?.Count, sheetOfPupils);
        var total = _pupilFaults.Count + _classFaults.Count + _teamFaults.Count;
        return total > 0
            ? new RosterReading.Faulty([.. _pupilFaults.Kept, .. _classFaults.Kept, .. _teamFaults.Kept], total)
            : new RosterReading.Read(new Roster(sheetOfPupils!.Pupils, seats!, sheetOfTeams,
                [.. columns!.Scores.Select(score => score.Name)], [.. columns.Categories.Select(category => category.Name)]));
    }

    private IReadOnlyList<int>? Classes(IEnumerable<SheetRow> rows)
    {
        var sheet = new ClassSheet(_classFaults);
        Each(rows, _classFaults, row => sheet.Add(row.Number, row.Cells));
        return sheet.Capacities();
    }

    private (RosterColumns? Columns, PupilSheet? Sheet) Pupils(IEnumerable<SheetRow> rows, IReadOnlyList<int>? capacities)
    {
        RosterColumns? columns = null;
        PupilSheet? sheet = null;
        var hasHeader = false;
        var isWhole = Each(rows, _pupilFaults, row =>
        {
            if (hasHeader)
            {
                sheet?.Add(row.Number, row.Cells);
                return;
            }
            hasHeader = true;
            columns = RosterColumns.Read(row.Number, row.Cells, _pupilFaults);
            sheet = columns is null ? null : new PupilSheet(columns, _pupilFaults);
        });
        // What a part of a sheet shows of bundles and seats would be wrong.
        if (isWhole)
            sheet?.Finish(capacities);
        if (!hasHeader && isWhole)
            _pupilFaults.Add(0, place: null, RosterFaultCode.Empty);
        return (columns, isWhole ? sheet : null);
    }

    private IReadOnlyList<RosterTeam> Teams(IEnumerable<SheetRow>? rows, int? classes, PupilSheet? pupils)
    {
        if (rows is null)
            return [];
        var sheet = new TeamSheet(_teamFaults);
        return Each(rows, _teamFaults, row => sheet.Add(row.Number, row.Cells))
            ? sheet.Finish(classes, ticket => pupils?.HasTicket(ticket) ?? true)
            : [];
    }

    /// <summary>Reads every row with something in it; false when the sheet broke off.</summary>
    private static bool Each(IEnumerable<SheetRow> rows, RosterFaults faults, Action<SheetRow> read)
    {
        var count = 0;
        try
        {
            // A sheet formatted to its end has a million blank rows.
            foreach (var row in rows.Where(row => !row.IsBlank))
            {
                if (++count > PupilSheet.MostRows + 1)
                {
                    faults.Add(row.Number, place: null, RosterFaultCode.TooManyRows);
                    return false;
                }
                read(row);
            }
            return true;
        }
        catch (CsvFormatException e)
        {
            faults.Add(e.RowNumber, place: null, RosterFaultCode.NotText);
            return false;
        }
    }
}
