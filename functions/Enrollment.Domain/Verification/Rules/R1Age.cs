namespace Enrollment.Domain.Verification.Rules;

/// <summary>R1's numbers: the full years a child must have on a day.</summary>
public sealed record AgeParameters(int FullYears, DateOnly OnDate) : RuleParameters;

/// <summary>
/// R1: six full years on 31 August of the intake year, inclusive: year Y means born on or before (Y-6)-08-31 [S03][S20][S21].
/// Older children are never asked why [S24].
/// </summary>
public static class R1Age
{
    /// <summary>Judges the rule by the birth date in the identity number, which RI lets the population register confirm.</summary>
    public static RuleFinding Judge(Evidence evidence, AgeParameters parameters)
    {
        if (evidence.Form.Child.Document.Citizen?.BirthDate is not { } born)
            return Finding(RuleResult.Unknown, FindingReason.BirthDateNotInNumber);
        if (born != evidence.Form.Child.BirthDate)
            return Finding(RuleResult.Unknown, FindingReason.BirthDateDisagrees);
        var latest = parameters.OnDate.AddYears(-parameters.FullYears);
        return born <= latest
            ? Finding(RuleResult.Satisfied, FindingReason.OldEnough, RuleFinding.Text(born), RuleFinding.Text(latest))
            : Finding(RuleResult.NotSatisfied, FindingReason.TooYoung, RuleFinding.Text(born), RuleFinding.Text(latest));
    }

    private static RuleFinding Finding(RuleResult result, FindingReason reason, params string[] arguments) =>
        new(RuleId.R1, result, reason, arguments, Source: null, DataAsOf: null);
}
