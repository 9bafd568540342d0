using Enrollment.Domain.Placement.Rosters;
using Sylvan.Data.Csv;

namespace Enrollment.Files.Rosters;

/// <summary>Puts the sheets of a roster together and collects the faults of all of them.</summary>
internal sealed class RosterAssembly
{
    private readonly RosterFaults _pupilFaults = new(RosterSheet.Pupils);
    private readonly RosterFaults _classFaults = new(RosterSheet.Classes);
    private readonly RosterFaults _teamFaults = new(RosterSheet.Teams);

    public RosterReading Read(IEnumerable<SheetRow> pupils, IEnumerable<SheetRow>? classes, IReadOnlyList<int> capacities, IEnumerable<SheetRow>? teams)
    {
        if (classes is not null)
        {
            var sheet = new ClassSheet(_classFaults);
            Each(classes, _classFaults, row => sheet.Add(row.Number, row.Cells));
            capacities = sheet.Capacities();
        }
        var (columns, sheetOfPupils) = Pupils(pupils);
        sheetOfPupils?.Finish(capacities);
        var sheetOfTeams = Teams(teams, capacities.Count, sheetOfPupils);
        var total = _pupilFaults.Count + _classFaults.Count + _teamFaults.Count;
        return total > 0
            ? new RosterReading.Faulty([.. _pupilFaults.Kept, .. _classFaults.Kept, .. _teamFaults.Kept], total)
            : new RosterReading.Read(new Roster(sheetOfPupils!.Pupils, capacities, sheetOfTeams,
                [.. columns!.Scores.Select(score => score.Name)], [.. columns.Categories.Select(category => category.Name)]));
    }

    private (RosterColumns? Columns, PupilSheet? Sheet) Pupils(IEnumerable<SheetRow> rows)
    {
        RosterColumns? columns = null;
        PupilSheet? sheet = null;
        var count = 0;
        Each(rows, _pupilFaults, row =>
        {
            if (count++ == 0)
            {
                columns = RosterColumns.Read(row.Cells, _pupilFaults);
                sheet = columns is null ? null : new PupilSheet(columns, _pupilFaults);
                return;
            }
            sheet?.Add(row.Number, row.Cells);
        });
        if (count == 0)
            _pupilFaults.Add(0, place: null, RosterFaultCode.Empty);
        return (columns, sheet);
    }

    private IReadOnlyList<RosterTeam> Teams(IEnumerable<SheetRow>? rows, int classes, PupilSheet? pupils)
    {
        if (rows is null)
            return [];
        var sheet = new TeamSheet(_teamFaults);
        Each(rows, _teamFaults, row => sheet.Add(row.Number, row.Cells));
        return sheet.Finish(classes, pupils?.Pupils ?? []);
    }

    private static void Each(IEnumerable<SheetRow> rows, RosterFaults faults, Action<SheetRow> read)
    {
        var count = 0;
        try
        {
            foreach (var row in rows)
            {
                if (++count > PupilSheet.MostRows + 1)
                {
                    faults.Add(row.Number, place: null, RosterFaultCode.TooManyRows);
                    return;
                }
                foreach (var place in row.Formulas)
                    faults.Add(row.Number, place, RosterFaultCode.Formula);
                if (row.Formulas.Count == 0)
                    read(row);
            }
        }
        catch (CsvFormatException e)
        {
            faults.Add(e.RowNumber, place: null, RosterFaultCode.NotText);
        }
    }
}
