namespace Enrollment.Domain.Verification.Rules;

/// <summary>R3's date: settled strictly before it.</summary>
public sealed record CutOffParameters(DateOnly SettledBefore) : RuleParameters;

/// <summary>
/// R3: the child's register was settled (落户) before 1 March of the intake year, read as strictly earlier until the bureau says
/// otherwise [S01][S04b][OWN].
/// </summary>
public static class R3SettledBeforeCutOff
{
    /// <summary>Judges the rule.</summary>
    public static RuleFinding Judge(Evidence evidence, CutOffParameters parameters)
    {
        var household = evidence.Household;
        if (household.Missing is { } missing)
            return household.Unknown(RuleId.R3, missing);
        var settled = household.Child!.SettledDate;
        string[] arguments = [RuleFinding.Text(settled), RuleFinding.Text(parameters.SettledBefore)];
        return settled < parameters.SettledBefore
            ? household.Satisfied(RuleId.R3, FindingReason.SettledInTime, arguments)
            : household.NotSatisfied(RuleId.R3, FindingReason.SettledTooLate, arguments);
    }
}
