using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>A level of a sub-order: who the registers say satisfies a rule of the policy.</summary>
/// <param name="Code">As the list names it: 1 to 40 letters, digits, hyphens and underscores.</param>
/// <param name="Rule">The rule; null for everybody who is left, as the last level of each sub-order.</param>
public sealed record SetupLevel(string Code, RuleId? Rule);

/// <summary>Sub-orders inside a group (DOMAIN.md 1.4): policy data, fed from what the registers answered and from nothing a family merely states.</summary>
public static class SubOrders
{
    /// <summary>Of the rules asked for, those that the registers, or a person who decided on them, satisfy.</summary>
    public static IReadOnlySet<RuleId> Satisfied(Application application, Policy policy, IReadOnlyCollection<RuleId> asked)
    {
        if (asked.Count == 0)
            return new HashSet<RuleId>();
        var evidence = new Evidence(policy, application.Form, [.. application.Checks.Select(AnsweredCheck.Of)]);
        return policy.Rules.Where(rule => asked.Contains(rule.Id) && EligibilityRules.Judge(rule, evidence).Result is RuleResult.Satisfied).Select(rule => rule.Id).ToHashSet();
    }

    /// <summary>As the list states them.</summary>
    public static OrderGroup InList(SetupGroup group) => new(group.Code, [.. group.Orders.Select(levels => (IReadOnlyList<string>)[.. levels.Select(level => level.Code)])]);

    /// <summary>For each sub-order the first level whose rule is satisfied.</summary>
    internal static IReadOnlyList<int> LevelsOf(SetupGroup group, IReadOnlySet<RuleId> satisfied) =>
        [.. group.Orders.Select(levels => levels.Index().First(level => level.Item.Rule is not { } rule || satisfied.Contains(rule)).Index)];
}
