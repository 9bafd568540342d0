using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>Two policies over the same applications: what would change, for whom, and why.</summary>
/// <param name="Applications">How many were compared.</param>
/// <param name="Changes">The applications that come out otherwise, in the file's order.</param>
public sealed record PolicyComparison(int Applications, IReadOnlyList<ChangedApplication> Changes)
{
    /// <summary>Decides every application by both.</summary>
    public static PolicyComparison Of(Policy before, Policy after, IReadOnlyList<PolicyCase> applications) =>
        new(applications.Count, [.. applications.Select(one => Compare(before, after, one)).OfType<ChangedApplication>()]);

    private static ChangedApplication? Compare(Policy before, Policy after, PolicyCase application)
    {
        var (old, now) = (application.Judge(before), application.Judge(after));
        var was = CaseOutcome.Of(Decision.Of(before, application.Claimed, old), before);
        var becomes = CaseOutcome.Of(Decision.Of(after, application.Claimed, now), after);
        if (was.IsMetBy(becomes))
            return null;
        string?[] concerned = [before.Category(application.Claimed).Code, was.Category, becomes.Category];
        var definitions = concerned.OfType<string>().Distinct(StringComparer.Ordinal).Select(code => Definition(before, after, code)).OfType<ChangedDefinition>().ToList();
        var rules = Required(before, concerned).Intersect(Required(after, concerned)).Order()
            .Select(rule => new ChangedFinding(old[rule], now[rule])).Where(change => change.Before.Result != change.After.Result).ToList();
        return new ChangedApplication(application, was, becomes, rules, definitions);
    }

    private static IEnumerable<RuleId> Required(Policy policy, IReadOnlyList<string?> codes) =>
        policy.Categories.Where(category => codes.Contains(category.Code, StringComparer.Ordinal)).SelectMany(category => category.Requires);

    private static string MissOf(Policy policy, RuleId rule) =>
        $"{policy.Rule(rule).Miss.NotSatisfied} {policy.Rule(rule).Miss.Unknown} {string.Join(' ', policy.Rule(rule).Miss.Papers)}";

    private static string Asked(PolicyCategory? category) =>
        string.Join(' ', (category?.Checks ?? []).SelectMany(check => check.Questions).Order());

    private static ChangedDefinition? Definition(Policy before, Policy after, string code)
    {
        var (old, now) = (before.Categories.FirstOrDefault(one => one.Code == code), after.Categories.FirstOrDefault(one => one.Code == code));
        List<RuleId> dropped = [.. (old?.Requires ?? []).Except(now?.Requires ?? [])];
        List<RuleId> added = [.. (now?.Requires ?? []).Except(old?.Requires ?? [])];
        var isOther = (old?.Kind, old?.Group) != (now?.Kind, now?.Group)
            || !(old?.Papers ?? []).Order(StringComparer.Ordinal).SequenceEqual((now?.Papers ?? []).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            || (old?.Requires ?? []).Intersect(now?.Requires ?? []).Any(rule => MissOf(before, rule) != MissOf(after, rule))
            || Asked(old) != Asked(now);
        return dropped.Count + added.Count > 0 || isOther ? new ChangedDefinition(code, dropped, added, isOther) : null;
    }
}

/// <summary>An application that comes out otherwise.</summary>
/// <param name="Application">Which.</param>
/// <param name="Before">By the one policy.</param>
/// <param name="After">By the other.</param>
/// <param name="Findings">The rules that both ask of the categories concerned, and that answer otherwise.</param>
/// <param name="Definitions">The categories concerned that are defined otherwise.</param>
public sealed record ChangedApplication(PolicyCase Application, CaseOutcome Before, CaseOutcome After, IReadOnlyList<ChangedFinding> Findings,
    IReadOnlyList<ChangedDefinition> Definitions);

/// <summary>A rule that answers otherwise.</summary>
public sealed record ChangedFinding(RuleFinding Before, RuleFinding After);

/// <summary>A category that is defined otherwise.</summary>
/// <param name="Code">Its short code.</param>
/// <param name="Dropped">The rules it no longer requires.</param>
/// <param name="Added">The rules it requires now.</param>
/// <param name="IsOtherwise">Whether its kind, group, papers, questions, or the meaning of a miss differ.</param>
public sealed record ChangedDefinition(string Code, IReadOnlyList<RuleId> Dropped, IReadOnlyList<RuleId> Added, bool IsOtherwise);
