namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>What must hold of every season, read from published records and from the schools' lists.</summary>
internal static class AdmissionChecks
{
    public static IEnumerable<Invariant> Of(IReadOnlyList<Enrollee> children, IReadOnlyList<HeldRound> rounds, Placed placed)
    {
        List<ListedPlace> held = [.. placed.Schools.Where(line => line.Status == "Confirmed")];
        var bySchool = held.CountBy(line => line.School, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var byChild = held.ToLookup(line => line.Name, StringComparer.Ordinal);
        yield return new Invariant("every record, run again, gives the published result", [.. rounds.Where(round => !round.Holds).Select(round => round.Name)]);
        yield return new Invariant("no published result breaks an invariant of the allocation (plan, order, bundles, walks)",
            [.. rounds.SelectMany(round => round.Violations.Select(violation => $"{round.Name}: {violation}")), .. rounds.Where(round => round.PreviewViolations > 0).Select(round => $"{round.Name}: preview")]);
        yield return new Invariant("no school holds more children than its plan", [.. rounds[0].List.Schools.Where(school => bySchool.GetValueOrDefault(school.Code.Value) > school.Plan).Select(school => school.Code.Value)]);
        yield return new Invariant("nobody is without a school", [.. children.Where(child => child.Way.IsAdmitted && placed.Families[child.ApplicationId].Status != "Confirmed").Select(Show(placed))]);
        yield return new Invariant("nobody is twice in the schools' lists", [.. byChild.Where(lines => lines.Count() > 1).Select(lines => string.Join(", ", lines.Select(line => $"{line.School} {line.Round}")))]);
        yield return new Invariant("every child stands in the list of the school its family reads, and of the round it was to be placed by",
            [.. children.Where(child => child.Way.IsAdmitted && !StandsRight(child, byChild, rounds, placed)).Select(Show(placed))]);
        yield return new Invariant("the lists hold nobody else", held.Count == children.Count(child => child.Way.IsAdmitted) ? [] : [FormattableString.Invariant($"{held.Count} lines")]);
        yield return new Invariant("who withdrew has no place", [.. children.Where(child => !child.Way.IsAdmitted && placed.Families[child.ApplicationId] != FamilyPlace.None).Select(Show(placed))]);
    }

    private static bool StandsRight(Enrollee child, ILookup<string, ListedPlace> byChild, IReadOnlyList<HeldRound> rounds, Placed placed) =>
        byChild[child.Name].FirstOrDefault() is { } line && placed.Families[child.ApplicationId] is var place
        && line.School == place.School && line.Round == place.Round && place.Round == AdmissionCounts.FinalRound(child, rounds);

    private static Func<Enrollee, string> Show(Placed placed) => child =>
        FormattableString.Invariant($"family {child.Family.Number} ({child.Family.Story}): {placed.Families[child.ApplicationId]}");
}
