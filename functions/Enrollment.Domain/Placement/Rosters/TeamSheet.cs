using System.Globalization;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>Reads teams: code (团队编号), leader (班主任), and the ticket of the leader's own child (回避学生报名号), from the second row on.</summary>
public sealed class TeamSheet(RosterFaults faults)
{
    private const int LongestCode = 40;

    private readonly List<(int Row, RosterTeam Team)> _teams = [];
    private bool _hasHeader;

    /// <summary>Adds a row; the first is the header.</summary>
    public void Add(int row, IReadOnlyList<string> texts)
    {
        if (texts.All(string.IsNullOrWhiteSpace))
            return;
        if (!_hasHeader)
        {
            _hasHeader = true;
            return;
        }
        var cells = new RosterCells(row, texts, faults);
        var code = cells.Needed(0, LongestCode);
        var leader = cells.Needed(1);
        if (code is not null && !PlacementListText.IsCode(code))
            cells.Fault(0, RosterFaultCode.ForbiddenCharacters);
        else if (code is not null && leader is not null)
            _teams.Add((row, new RosterTeam(code, leader, cells.Text(2, LongestCode))));
    }

    /// <summary>One team a class, each code once, every own child on the roster.</summary>
    public IReadOnlyList<RosterTeam> Finish(int classes, IReadOnlyList<RosterPupil> pupils)
    {
        var tickets = pupils.Select(pupil => pupil.TicketId).ToHashSet(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, team) in _teams)
        {
            if (!codes.Add(team.Code))
                faults.Add(row, 0, RosterFaultCode.TeamTwice);
            if (team.OwnChild is { } child && !tickets.Contains(child))
                faults.Add(row, 2, RosterFaultCode.NoSuchPupil);
        }
        if (_teams.Count != classes)
            faults.Add(0, place: null, RosterFaultCode.TeamCount, string.Create(CultureInfo.InvariantCulture, $"{_teams.Count} / {classes}"));
        return [.. _teams.Select(pair => pair.Team)];
    }
}
