using System.Globalization;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement.Lots;

/// <summary>The second draw, from the same seed but chance of its own: anonymous groups get class numbers, classes get teacher teams (DOMAIN.md 3.3 B7).</summary>
public static class SecondDraw
{
    private const int TeamDraws = 10_000;

    /// <summary>The class (from 1) of group 1, group 2, …; null when a class is too small for every group left.</summary>
    public static int[]? Numbers(PlacementList list, IReadOnlyList<int> groups, DrawSeed seed)
    {
        var sizes = new int[list.Classes];
        var numbers = new int[list.Classes];
        for (var i = 0; i < groups.Count; i++)
        {
            sizes[groups[i] - 1]++;
            if (list.Rows[i].Pin is { } pin)
                numbers[groups[i] - 1] = pin;
        }
        var chance = seed.Chance("numbers");
        var waiting = new OpenClasses(list.Capacities, numbers);
        foreach (var group in Enumerable.Range(0, numbers.Length).Where(g => numbers[g] == 0).OrderByDescending(g => sizes[g]).ThenBy(g => g).ToArray())
        {
            waiting.Admit(sizes[group]);
            if (waiting.Count == 0)
                return null;
            numbers[group] = waiting.Take(chance.Below(waiting.Count));
        }
        return numbers;
    }

    /// <summary>The team of class 1, class 2, …; null when no order in so many draws keeps every barred team from its class.</summary>
    public static string[]? Teams(PlacementList list, IReadOnlyList<int> groups, IReadOnlyList<int> numbers, DrawSeed seed)
    {
        var classOf = list.Rows.Select((row, i) => (row.Row, Class: numbers[groups[i] - 1])).ToDictionary(pair => pair.Row, pair => pair.Class);
        for (var n = 0; n < TeamDraws; n++)
        {
            string[] teams = [.. list.Teams!];
            seed.Chance(n == 0 ? "teams" : string.Create(CultureInfo.InvariantCulture, $"teams/{n}")).Shuffle(teams.AsSpan());
            if (list.Barred.All(barred => teams[classOf[barred.Row] - 1] != barred.Team))
                return teams;
        }
        return null;
    }

    /// <summary>Classes no group has taken, large enough for the group at hand, in ascending order.</summary>
    private sealed class OpenClasses(IReadOnlyList<int> capacities, int[] taken)
    {
        private readonly List<int> _byCapacity = [.. Enumerable.Range(1, capacities.Count).Except(taken).OrderBy(c => capacities[c - 1]).ThenByDescending(c => c)];
        private readonly List<int> _open = [];

        public int Count => _open.Count;

        public void Admit(int size)
        {
            var before = _open.Count;
            while (_byCapacity.Count > 0 && capacities[_byCapacity[^1] - 1] >= size)
            {
                _open.Add(_byCapacity[^1]);
                _byCapacity.RemoveAt(_byCapacity.Count - 1);
            }
            if (_open.Count > before)
                _open.Sort();
        }

        public int Take(int index)
        {
            var number = _open[index];
            _open.RemoveAt(index);
            return number;
        }
    }
}
