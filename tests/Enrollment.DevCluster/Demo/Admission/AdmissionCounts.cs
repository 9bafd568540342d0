using System.Text.Json.Nodes;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>The numbers that follow from the families' stories and ways alone, beside those of the published lists and of the schools'.</summary>
internal static class AdmissionCounts
{
    public static IEnumerable<CountLine> Of(IReadOnlyList<Enrollee> children, IReadOnlyList<HeldRound> rounds, Placed placed)
    {
        var (main, groups) = (rounds[0], GroupsOf("main-2026"));
        foreach (var line in Compare("main round by group", children.Where(child => child.Way.IsInMainRound).Select(child => GroupOf(groups, child.Way.Category)), main.List.Rows.Select(row => row.Group)))
        {
            yield return line;
        }
        // Consistent residents stand in the list with their service area: the streets the generator housed them in.
        foreach (var line in Compare("consistent residents of the main round by service area", children.Where(child => child.Way is { IsInMainRound: true, Category: "ConsistentResident" }).Select(child => child.Zone),
            main.List.Rows.Where(row => row.Group == GroupOf(groups, "ConsistentResident")).Select(row => (row.ChoiceZone is { } choice && choice.Value is "Z0101" or "Z0102" ? row.ChoiceZone : row.Zone)!.Value)))
        {
            yield return line;
        }
        foreach (var line in Compare("refill by group", children.Where(child => child.Way.IsInRefill).Select(child => child.Way.IsInMainRound ? "coordination" : GroupOf(groups, child.Way.Category)), rounds[1].List.Rows.Select(row => row.Group)))
        {
            yield return line;
        }
        yield return new CountLine("answers to the main round", "confirmed", children.Count(child => child.Way is { IsInMainRound: true, First: Answer.Confirms }), Held(placed, main.Name));
        yield return new CountLine("answers to the main round", "declined", children.Count(child => child.Way is { IsInMainRound: true, First: Answer.Declines }), Left(children, placed, main, Answer.Declines));
        yield return new CountLine("answers to the main round", "lapsed", children.Count(child => child.Way is { IsInMainRound: true, First: Answer.IsSilent }), Left(children, placed, main, Answer.IsSilent));
        yield return new CountLine("late and slow families", "placed by the refill", children.Count(child => child.Way is { IsInRefill: true, IsInMainRound: false }),
            children.Count(child => !child.Way.IsInMainRound && placed.Families[child.ApplicationId].Round == rounds[1].Name));
        foreach (var round in rounds)
            yield return new CountLine("children by the round that placed them", round.Name, children.Count(child => child.Way.IsAdmitted && FinalRound(child, rounds) == round.Name), Held(placed, round.Name));
        foreach (var line in Compare("placed children by category", children.Where(child => child.Way.IsAdmitted).Select(child => child.Way.Category ?? "coordination"),
            children.Where(child => placed.Families[child.ApplicationId].Status == "Confirmed").Select(child => child.Way.Category ?? "coordination")))
        {
            yield return line;
        }
    }

    /// <summary>The round whose place the family takes.</summary>
    public static string FinalRound(Enrollee child, IReadOnlyList<HeldRound> rounds) => rounds[child.Way.IsInLastRound ? 2 : child.Way.IsInRefill ? 1 : 0].Name;

    private static int Held(Placed placed, string round) => placed.Schools.Count(line => line.Round == round && line.Status == "Confirmed");

    // Offered a place by the main round, and placed by another.
    private static int Left(IReadOnlyList<Enrollee> children, Placed placed, HeldRound main, Answer answer) => children.Count(child =>
        child.Way.IsInMainRound && child.Way.First == answer && placed.Families[child.ApplicationId] is { Status: "Confirmed" } place && place.Round != main.Name);

    private static IEnumerable<CountLine> Compare(string what, IEnumerable<string> expected, IEnumerable<string> counted)
    {
        var (known, seen) = (Count(expected), Count(counted));
        return known.Keys.Union(seen.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(of => new CountLine(what, of, known.GetValueOrDefault(of), seen.GetValueOrDefault(of)));
    }

    private static Dictionary<string, int> Count(IEnumerable<string> values) => values.CountBy(value => value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static string GroupOf(Dictionary<string, string> groups, string? category) => category is null ? "coordination" : groups[category];

    private static Dictionary<string, string> GroupsOf(string order) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf($"seeds/admission/rounds/{order}.json")))!["groups"]!.AsArray()
            .SelectMany(group => group!["categories"]!.AsArray().Select(category => (Category: category!.GetValue<string>(), Group: group["code"]!.GetValue<string>())))
            .ToDictionary(pair => pair.Category, pair => pair.Group, StringComparer.Ordinal);
}
