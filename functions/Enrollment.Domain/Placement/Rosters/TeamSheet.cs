using System.Globalization;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>Reads teams: code (团队编号), leader (班主任), and the ticket of the leader's own child (回避学生报名号).</summary>
public sealed class TeamSheet(RosterFaults faults)
{
    private const int LongestCode = 40;

    private static readonly NamedColumn[] Columns = [new(["团队编号", "code"]), new(["班主任", "leader"]), new(["回避学生报名号", "ownChild"], IsRequired: false)];

    private readonly List<(int Row, RosterTeam Team)> _teams = [];
    private int?[]? _places;
    private HashSet<int> _named = [];
    private bool _hasHeader;

    /// <summary>Adds a row; the first that is not blank is the header.</summary>
    public void Add(int row, IReadOnlyList<RosterCell> texts)
    {
        if (!_hasHeader)
        {
            _hasHeader = true;
            _places = NamedColumns.Read(row, texts, Columns, faults);
            _named = NamedColumns.Named(_places ?? []);
            return;
        }
        if (_places is not [var codeAt, var leaderAt, var childAt])
            return;
        var cells = new RosterCells(row, texts, faults);
        cells.OnlyUnder(_named);
        var (code, leader, child) = (cells.Needed(codeAt, LongestCode), cells.Needed(leaderAt), cells.Text(childAt, LongestCode));
        if (code is not null && !PlacementListText.IsCode(code))
            cells.Fault(codeAt, RosterFaultCode.ForbiddenCharacters);
        _teams.Add((row, new RosterTeam(code ?? "", leader ?? "", child)));
    }

    /// <summary>One team a class, each code once, every own child on the roster.</summary>
    /// <param name="classes">How many there are; null when that is not known.</param>
    /// <param name="hasTicket">Is a ticket on the roster?</param>
    public IReadOnlyList<RosterTeam> Finish(int? classes, Func<string, bool> hasTicket)
    {
        if (_places is null && _hasHeader)
            return [];
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, team) in _teams)
        {
            if (team.Code.Length > 0 && !codes.Add(team.Code))
                faults.Add(row, _places![0], RosterFaultCode.TeamTwice);
            if (team.OwnChild is { } child && !hasTicket(child))
                faults.Add(row, _places![2], RosterFaultCode.NoSuchPupil);
        }
        if (classes is { } count && _teams.Count != count)
            faults.Add(0, place: null, RosterFaultCode.TeamCount, string.Create(CultureInfo.InvariantCulture, $"{_teams.Count} / {count}"));
        return [.. _teams.Select(pair => pair.Team)];
    }
}
