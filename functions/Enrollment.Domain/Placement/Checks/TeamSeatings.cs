namespace Enrollment.Domain.Placement.Checks;

/// <summary>Goes through all ways in which the draw might seat barred pupils, together or apart, and asks of each whether every class gets a team.</summary>
internal sealed class TeamSeatings(IReadOnlyList<string> teams, BarredChild[] children, int largest, int most)
{
    private readonly List<List<BarredChild>> _classes = [];
    private int _left = most;

    /// <summary>A seating without teams for all; null when there is none. Where there are too many to look at, all children together are the answer.</summary>
    public PlacementConflict? FirstWithoutTeams() =>
        Seat(0) ?? (_left > 0 ? null : AllTogether());

    /// <summary>Every barred team, for every child: for what nobody can look at one by one.</summary>
    public PlacementConflict.TeamsBarred AllTogether() => TooFewOrders([[.. children]]);

    private PlacementConflict.TeamsBarred? Seat(int next)
    {
        if (_left-- <= 0)
            return null;
        if (next == children.Length)
            return WithoutTeams();
        for (var c = 0; c < _classes.Count; c++)
        {
            if (!Fits(_classes[c], children[next]))
                continue;
            _classes[c].Add(children[next]);
            if (Seat(next + 1) is { } conflict)
                return conflict;
            _classes[c].RemoveAt(_classes[c].Count - 1);
        }
        if (_classes.Count == teams.Count)
            return null;
        _classes.Add([children[next]]);
        if (Seat(next + 1) is { } found)
            return found;
        _classes.RemoveAt(_classes.Count - 1);
        return null;
    }

    private bool Fits(List<BarredChild> seated, BarredChild child) =>
        seated.Sum(other => other.Heads) + child.Heads <= largest && !seated.Any(other => other.Sets.Intersect(child.Sets).Any());

    /// <summary>Gives classes to teams one by one (augmenting paths); teams that cannot be served, and the classes they are all barred from, are the conflict.</summary>
    private PlacementConflict.TeamsBarred? WithoutTeams()
    {
        var teamOf = new string?[teams.Count];
        foreach (var team in teams)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var looked = new bool[teams.Count];
            if (Serve(team, teamOf, looked, reached))
                continue;
            var classes = _classes.Where((_, c) => !looked[c]).Select(seated => seated.ToArray()).ToArray();
            string[] waiting = [.. teams.Where(reached.Contains)];
            return new PlacementConflict.TeamsBarred(Rules(waiting, classes), waiting.Length, classes.Length);
        }
        return AllowedOrders.AreEnough(Barred(), TeamConflicts.FewestInOne) ? null : TooFewOrders([.. _classes.Select(seated => seated.ToArray())]);
    }

    private PlacementConflict.TeamsBarred TooFewOrders(BarredChild[][] classes)
    {
        string[] barred = [.. teams.Where(team => children.Any(child => child.Teams.Contains(team, StringComparer.Ordinal)))];
        return new PlacementConflict.TeamsBarred(Rules(barred, classes), barred.Length, classes.Length);
    }

    /// <summary>For each class the teams it is barred to.</summary>
    private bool[][] Barred() =>
        [.. Enumerable.Range(0, teams.Count).Select(c => teams.Select(team => c < _classes.Count && _classes[c].Any(child => child.Teams.Contains(team, StringComparer.Ordinal))).ToArray())];

    private bool Serve(string team, string?[] teamOf, bool[] looked, HashSet<string> reached)
    {
        reached.Add(team);
        for (var c = 0; c < teamOf.Length; c++)
        {
            if (looked[c] || (c < _classes.Count && _classes[c].Any(child => child.Teams.Contains(team, StringComparer.Ordinal))))
                continue;
            looked[c] = true;
            if (teamOf[c] is { } other && !Serve(other, teamOf, looked, reached))
                continue;
            teamOf[c] = team;
            return true;
        }
        return false;
    }

    private static IReadOnlyList<ConflictRule> Rules(IReadOnlyList<string> barred, BarredChild[][] classes) =>
        [.. barred.Select(team => new ConflictRule.Barred(team, [.. classes.SelectMany(seated => seated.Where(child => child.Teams.Contains(team, StringComparer.Ordinal)).Take(1))
            .Select(child => child.RowFor(team)).Order()])).Where(rule => rule.Rows.Count > 0)];
}
