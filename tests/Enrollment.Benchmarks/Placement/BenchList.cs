using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Benchmarks.Placement;

/// <summary>A roster as the service would seal it.</summary>
internal sealed record BenchList(BenchRoster Roster, PlacementList List, AttributeTable Table)
{
    public static BenchList Of(BenchRoster roster, BenchProfile profile, bool obeysRules, SearchBudget? budget = null)
    {
        var rules = obeysRules ? roster.Rules : [];
        var rows = Rows(roster, rules);
        var table = new AttributeTable(default, profile.Columns, [.. rows.Select(row => row.Row)],
            [.. roster.Pupils.Select(pupil => (int[])[.. pupil.Scores, pupil.Scores.Sum(), pupil.Age, pupil.Boards ? 1 : 0, pupil.School])]);
        var capacity = (rows.Length + roster.Classes - 1) / roster.Classes + 2;
        return new BenchList(roster, new PlacementList("bench", 2026, "bench", PlacementMode.Optimised, [.. Enumerable.Repeat(capacity, roster.Classes)],
            SpecialNeedsCap: null, Relief: 0, budget ?? SearchBudgets.For(rows.Length), Teams: null, [], table.Digest, rows), table);
    }

    public static DrawSeed Seed(int number) => new(Digest.Of(BitConverter.GetBytes(number)));

    private static PlacementRow[] Rows(BenchRoster roster, IReadOnlyList<BenchRule> rules)
    {
        var bundles = rules.Index().Where(rule => rule.Item.Kind == "together").SelectMany(rule => new[] { (rule.Item.Pupil, rule.Index), (rule.Item.Other, rule.Index) }).ToDictionary();
        var apart = rules.Index().Where(rule => rule.Item.Kind == "apart").SelectMany(rule => new[] { (rule.Item.Pupil, rule.Index), (rule.Item.Other, rule.Index) })
            .ToLookup(pair => pair.Item1, pair => pair.Index);
        var pins = rules.Where(rule => rule.Kind == "pin").ToDictionary(rule => rule.Pupil, rule => rule.Other);
        return [.. roster.Pupils.Select((pupil, i) => new PlacementRow(RowCode.Of((ulong)i), pupil.IsMale ? Sex.Male : Sex.Female, pupil.HasSpecialNeeds,
            bundles.TryGetValue(i, out var bundle) ? bundle : null, [.. apart[i]], pins.TryGetValue(i, out var pin) ? pin : null))];
    }
}
