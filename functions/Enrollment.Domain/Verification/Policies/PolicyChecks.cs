using System.Globalization;
using System.Text.RegularExpressions;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>What no single member of a policy document shows.</summary>
internal static partial class PolicyChecks
{
    internal static void Check(Policy policy, PolicyNode root, IReadOnlyList<PolicyNode> rules, IReadOnlyList<PolicyNode> categories)
    {
        var id = VersionedId().Match(policy.Id);
        if (!id.Success || id.Groups["year"].Value != policy.IntakeYear.ToString(CultureInfo.InvariantCulture))
            root.Fail(".id", "must be name-year.version with the intake year");
        if (!RuleParametersReader.IsAreaCode(policy.AreaCode))
            root.Fail(".areaCode", "must be an area code");
        if (policy.TimeZone is { Length: > 0 } zone && zone != BureauDay.TimeZone)
            root.Fail(".timeZone", $"must be {BureauDay.TimeZone}: all dates are Beijing's");
        for (var i = 0; i < rules.Count; i++)
            CheckRule(policy, i, rules[i]);
        for (var i = 0; i < categories.Count; i++)
            CheckCategory(policy, i, categories[i]);
        foreach (var missing in Enum.GetValues<CategoryCode>().Except(policy.Categories.Select(category => category.Name)))
            root.Fail(".categories", $"lacks {missing}");
    }

    private static void CheckRule(Policy policy, int index, PolicyNode node)
    {
        var rule = policy.Rules[index];
        if (policy.Rules.Take(index).Any(earlier => earlier.Id == rule.Id))
            node.Fail(".id", "is defined twice");
        if (rule.Miss.Papers.Count == 0 && MissMeaning.Evidence is var evidence && (rule.Miss.NotSatisfied == evidence || rule.Miss.Unknown == evidence))
            node.Fail(".miss.papers", "must name a paper where evidence is asked for");
        CheckPapers(policy, rule.Miss.Papers, node, ".miss.papers");
        var (member, date) = rule.Parameters switch
        {
            AgeParameters age => ("onDate", age.OnDate),
            CutOffParameters cutOff => ("settledBefore", cutOff.SettledBefore),
            PermitParameters permit => ("validUntil", permit.ValidUntil),
            TenancyParameters tenancy => ("asOf", tenancy.AsOf),
            PlaceLockParameters places => ("onDate", places.OnDate),
            InsuranceParameters insurance => ("windowEnd", insurance.WindowEnd),
            DisabilityCardParameters card => ("validUntil", card.ValidUntil),
            _ => ("", new DateOnly(policy.IntakeYear, 1, 1)),
        };
        if (date.Year != policy.IntakeYear)
            node.Fail($".parameters.{member}", "must lie in the intake year");
    }

    private static void CheckCategory(Policy policy, int index, PolicyNode node)
    {
        var category = policy.Categories[index];
        if (policy.Categories.Take(index).Any(earlier => earlier.Name == category.Name))
            node.Fail(".name", "is defined twice");
        if (policy.Categories.Take(index).Any(earlier => earlier.Code == category.Code))
            node.Fail(".code", "is used twice");
        if (category.Requires.Count == 0)
            node.Fail(".requires", "must require something");
        if (category.Checks.Select(check => check.Department).Distinct().Count() != category.Checks.Count)
            node.Fail(".checks", "asks a department twice");
        CheckPapers(policy, category.Papers, node, ".papers");
        var asked = category.Checks.SelectMany(check => check.Questions).ToHashSet();
        foreach (var required in category.Requires)
        {
            if (policy.Rules.FirstOrDefault(rule => rule.Id == required) is not { } rule)
                node.Fail(".requires", $"names {required}, which is not defined");
            else if (rule.JudgedAt is not RuleStage.Category && category.Kind is not CategoryKind.Mark)
                node.Fail(".requires", $"names {required}, which is judged at {rule.JudgedAt}");
            else if (!QuestionsNeeded(rule).All(anyOf => anyOf.Any(asked.Contains)))
                node.Fail(".checks", $"never asks what {required} needs");
        }
    }

    private static void CheckPapers(Policy policy, IReadOnlyList<string> papers, PolicyNode node, string below)
    {
        if (papers.Distinct(StringComparer.Ordinal).Count() != papers.Count)
            node.Fail(below, "names a paper twice");
        foreach (var unknown in papers.Where(id => policy.Papers.All(paper => paper.Id != id)))
            node.Fail(below, $"names {unknown}, which is no paper of the policy");
    }

    // A category that never asks what it requires would send every family to a person.
    internal static Question[][] QuestionsNeeded(PolicyRule rule) => (rule.Id, rule.Parameters) switch
    {
        (RuleId.RI, _) => [[Question.Person]],
        (RuleId.RG, _) => [[Question.Guardianship, Question.Household]],
        (RuleId.R2 or RuleId.RD or RuleId.RS or RuleId.R3 or RuleId.R12 or RuleId.RK or RuleId.RB, _) => [[Question.Household]],
        (RuleId.R4 or RuleId.R5 or RuleId.R6, _) => [[Question.Household], [Question.Homes]],
        (RuleId.R7, PermitParameters { WorkProof: WorkProof.Insurance }) => [[Question.ResidencePermit], [Question.Insurance]],
        (RuleId.R7, _) => [[Question.ResidencePermit]],
        (RuleId.R7T or RuleId.RL, _) => [[Question.Tenancy]],
        (RuleId.R8, _) => [[Question.Insurance]],
        (RuleId.RF, _) => [[Question.DisabilityCard]],
        _ => [],
    };

    [GeneratedRegex("^[a-z]+-(?<year>[0-9]{4})\\.[0-9]{1,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionedId();
}
