using System.Text.Json.Nodes;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>What the season came to, beside what was known of it beforehand.</summary>
internal sealed record AdmissionReport(IReadOnlyList<Enrollee> Children, IReadOnlyList<HeldRound> Rounds, Placed Placed, IReadOnlyList<Case> LateDifferences, IReadOnlyList<SeasonStep> Steps)
{
    private const int Shown = 20;

    public IReadOnlyList<CountLine> Counts { get; } = [.. AdmissionCounts.Of(Children, Rounds, Placed)];

    public IReadOnlyList<Invariant> Invariants { get; } = [.. AdmissionChecks.Of(Children, Rounds, Placed)];

    public int Admitted => Children.Count(child => child.Way.IsAdmitted);

    public int WithPlace => Children.Count(child => Placed.Families[child.ApplicationId].Status == "Confirmed");

    public bool IsGood => LateDifferences.Count == 0 && Counts.All(count => count.Expected == count.Counted) && Invariants.All(invariant => invariant.Broken.Count == 0);

    public object ForJson => new
    {
        children = Admitted,
        withPlace = WithPlace,
        everyChildPlaced = WithPlace == Admitted,
        invariants = Invariants.Select(invariant => new { invariant.Name, holds = invariant.Broken.Count == 0, broken = invariant.Broken.Take(Shown) }),
        counts = Counts.Select(count => new { count.What, count.Of, count.Expected, count.Counted }),
        countsEqualTruth = Counts.All(count => count.Expected == count.Counted),
        lateDifferences = LateDifferences.Select(@case => new { @case.Family.Number, @case.Family.Story, expected = @case.Family.Truth.ToString(), @case.Got }),
        rounds = Rounds.Select(round => new
        {
            round.Name,
            children = round.List.Rows.Count,
            round.Holds,
            decidedByPeople = round.Decided,
            secondsToPrepare = Seconds(round.Times.Prepared),
            secondsToDraw = Seconds(round.Times.Drawn),
            secondsToOffer = Seconds(round.Times.Offered),
        }),
        schools = Schools(),
        seconds = Steps.Select(step => new { step.Name, seconds = Seconds(step.Took) }),
    };

    public IEnumerable<string> Lines()
    {
        yield return FormattableString.Invariant($"{WithPlace} of {Admitted} children have a school and have taken it; {Children.Count - Admitted} are not six yet and withdrew");
        foreach (var invariant in Invariants)
            yield return $"  {(invariant.Broken.Count == 0 ? "holds " : "BROKEN")}  {invariant.Name}{(invariant.Broken.Count == 0 ? "" : $": {string.Join("; ", invariant.Broken.Take(Shown))}")}";
        foreach (var group in Counts.GroupBy(count => count.What, StringComparer.Ordinal))
        {
            var wrong = group.Where(count => count.Expected != count.Counted).Select(count => FormattableString.Invariant($"{count.Of} {count.Counted}, expected {count.Expected}")).ToList();
            yield return FormattableString.Invariant($"  {(wrong.Count == 0 ? "equal " : "WRONG ")}  {group.Key}: {(wrong.Count == 0 ? string.Join(", ", group.Select(count => FormattableString.Invariant($"{count.Of} {count.Counted}"))) : string.Join("; ", wrong))}");
        }
        foreach (var round in Rounds)
            yield return FormattableString.Invariant($"  {round.Name}: {round.List.Rows.Count} children; list {round.Times.Prepared.TotalSeconds:0.0} s, draw {round.Times.Drawn.TotalSeconds:0.0} s, offers {round.Times.Offered.TotalSeconds:0.0} s; {round.Decided} questions decided by a person");
        foreach (var late in LateDifferences.Take(Shown))
            yield return $"  late family {late.Family.Number} ({late.Family.Story}): expected {late.Family.Truth}, got {late.Got}";
    }

    private JsonArray Schools()
    {
        var held = Placed.Schools.Where(line => line.Status == "Confirmed").CountBy(line => line.School, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. Rounds[0].List.Schools.Select(school => (JsonNode)new JsonObject { ["code"] = school.Code.Value, ["plan"] = school.Plan, ["children"] = held.GetValueOrDefault(school.Code.Value) })];
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 2);
}

/// <summary>A number that was known beforehand, and the one that was read back.</summary>
internal sealed record CountLine(string What, string Of, int Expected, int Counted);

/// <summary>Something that must hold, and whom it does not hold for.</summary>
internal sealed record Invariant(string Name, IReadOnlyList<string> Broken);
