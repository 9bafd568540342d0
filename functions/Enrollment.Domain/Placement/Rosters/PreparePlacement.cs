using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>Makes the list of a draw from a roster: names become apart sets, tickets become row codes, and nothing else of a person is left.</summary>
public static class PreparePlacement
{
    /// <summary>Prepares.</summary>
    /// <param name="roster">Read without a fault.</param>
    /// <param name="options">What the bureau decides.</param>
    /// <param name="name">Which placement.</param>
    /// <param name="secrets">Of this list alone.</param>
    /// <param name="soundOf">How a name sounds: the same text for names that sound the same.</param>
    public static PreparedPlacement From(Roster roster, PlacementOptions options, PlacementName name, RosterSecrets secrets, Func<PersonName, string> soundOf)
    {
        var coded = roster.Pupils.Select(pupil => (Row: RowOf(pupil.TicketId, secrets), Pupil: pupil)).OrderBy(pair => pair.Row).ToArray();
        RosterPupil[] pupils = [.. coded.Select(pair => pair.Pupil)];
        RowCode[] rows = [.. coded.Select(pair => pair.Row)];
        var bundles = Together(pupils);
        var apart = Apart(pupils, bundles, options.NamesApart ? soundOf : null);
        var table = RosterAttributes.Of(roster, pupils, rows, options, secrets.Salt);
        var list = new PlacementList(name.School, name.Year, name.Run, options.Mode, roster.Capacities, options.SpecialNeedsCap, options.Relief,
            table is null ? null : options.Search ?? SearchBudgets.For(pupils.Length),
            roster.Teams.Count == 0 ? null : [.. roster.Teams.Select(team => team.Code)],
            Barred(roster, secrets), table?.Digest,
            [.. pupils.Select((pupil, i) => new PlacementRow(rows[i], pupil.Sex, pupil.SpecialNeed is not null, bundles[i], apart[i], pupil.Fixed?.Class))]);
        return new PreparedPlacement(list, table, pupils, Warnings(roster, options));
    }

    /// <summary>The code that stands for a ticket in this placement.</summary>
    public static RowCode RowOf(string ticketId, RosterSecrets secrets) =>
        RowCode.Of(BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(secrets.RosterKey.ToArray(), Encoding.UTF8.GetBytes(ticketId))));

    // Numbers go by the list's order, which is that of row codes: they tell nothing about the roster's.
    private static int?[] Together(RosterPupil[] pupils)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. pupils.Select(pupil => pupil.Bundle is { Wish: BundleWish.Together, Id: var id }
            ? numbers.TryGetValue(id, out var number) ? number : numbers[id] = numbers.Count + 1
            : (int?)null)];
    }

    private static List<int>[] Apart(RosterPupil[] pupils, int?[] bundles, Func<PersonName, string>? soundOf)
    {
        var sets = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < pupils.Length; i++)
        {
            if (pupils[i].Bundle is { Wish: BundleWish.Apart, Id: var id })
                Add(sets, $"wish {id}", i);
            if (soundOf is not null)
                Add(sets, $"name {soundOf(pupils[i].Name)}", i);
        }
        List<int>[] apart = [.. pupils.Select(_ => new List<int>())];
        var next = 0;
        foreach (var members in sets.Values.Select(members => OnePerBundle(members, bundles)).Where(members => members.Count > 1).OrderBy(members => members[0]))
        {
            next++;
            foreach (var member in members)
                apart[member].Add(next);
        }
        return apart;
    }

    private static void Add(Dictionary<string, List<int>> sets, string key, int pupil)
    {
        if (!sets.TryGetValue(key, out var members))
            sets[key] = members = [];
        members.Add(pupil);
    }

    /// <summary>A family's wish to stay together comes before the rule about names.</summary>
    private static List<int> OnePerBundle(List<int> members, int?[] bundles) =>
        [.. members.DistinctBy(member => bundles[member] is { } bundle ? (bundle, -1) : (-1, member))];

    private static List<BarredTeam> Barred(Roster roster, RosterSecrets secrets) =>
        [.. roster.Teams.Where(team => team.OwnChild is not null).Select(team => new BarredTeam(team.Code, RowOf(team.OwnChild!, secrets)))];

    private static List<PlacementWarning> Warnings(Roster roster, PlacementOptions options)
    {
        var warnings = new List<PlacementWarning>();
        if (options.Mode is PlacementMode.Optimised && roster.ScoreNames.Count > 0)
            warnings.Add(PlacementWarning.ScoresUsed);
        if (roster.Pupils.Any(pupil => pupil.Fixed is not null))
            warnings.Add(PlacementWarning.FixedPlacements);
        return warnings;
    }
}
