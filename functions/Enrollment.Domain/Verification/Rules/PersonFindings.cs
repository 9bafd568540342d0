using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// What a person's decision on a check makes of a rule. A rule that rests on several registers is satisfied by a person only where every
/// register it needs either matched or was vouched for by a person.
/// </summary>
internal static class PersonFindings
{
    internal static RuleFinding Of(PolicyRule rule, RuleFinding byRegisters, Evidence evidence)
    {
        var groups = PolicyChecks.QuestionsNeeded(rule).Select(anyOf => anyOf.Select(CheckPlan.DepartmentOf).Distinct().Select(evidence.CheckOf).OfType<AnsweredCheck>().ToList()).ToList();
        var spoken = groups.SelectMany(group => group).Where(check => check.Person?.Rules.Contains(rule.Id) is true).ToList();
        if (spoken.FirstOrDefault(check => check.Person!.Verdict is CheckVerdict.Rejected) is { } rejected)
            return Finding(rule, RuleResult.NotSatisfied, FindingReason.RejectedByPerson, rejected);
        if (spoken.Count == 0 || byRegisters.Result is RuleResult.Satisfied)
            return byRegisters;
        return groups.TrueForAll(group => group.Exists(check => spoken.Contains(check) || check.State.Status is CheckStatus.Match))
            ? Finding(rule, RuleResult.Satisfied, spoken[0].Person!.Verdict is CheckVerdict.Waived ? FindingReason.WaivedByPerson : FindingReason.ConfirmedByPerson, spoken[0])
            : byRegisters;
    }

    // The arguments: on which day, and the code of the reason.
    private static RuleFinding Finding(PolicyRule rule, RuleResult result, FindingReason reason, AnsweredCheck check) => new(rule.Id, result, reason,
        [RuleFinding.Text(BureauDay.Of(check.Person!.At)), check.Person.Reason], check.Department, check.Report?.DataAsOf);
}
