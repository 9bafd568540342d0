using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests;

internal static class Findings
{
    public static void Is(this RuleFinding finding, RuleResult result, FindingReason reason, params string[] arguments) =>
        Assert.Equal((result, reason, string.Join(' ', arguments)), (finding.Result, finding.Reason, string.Join(' ', finding.Arguments)));

    public static string Line(this RuleFinding finding) =>
        $"{finding.Rule} {finding.Result} {finding.Reason} {string.Join(' ', finding.Arguments)} {finding.Source} {finding.DataAsOf:O}";
}
