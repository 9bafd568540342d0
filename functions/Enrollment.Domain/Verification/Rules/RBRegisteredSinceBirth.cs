namespace Enrollment.Domain.Verification.Rules;

/// <summary>RB's number: how many months after the birth a first registration may come.</summary>
public sealed record SinceBirthParameters(int WithinMonths) : RuleParameters;

/// <summary>RB: the child has been registered here since birth: asked of C5 [S06]; the months a family may take are our reading [OWN].</summary>
public static class RBRegisteredSinceBirth
{
    /// <summary>Judges the rule by the household register's settlement date.</summary>
    public static RuleFinding Judge(Evidence evidence, SinceBirthParameters parameters)
    {
        var household = evidence.Household;
        if (household.Missing is { } missing)
            return household.Unknown(RuleId.RB, missing);
        var (settled, latest) = (household.Child!.SettledDate, evidence.Form.Child.BirthDate.AddMonths(parameters.WithinMonths));
        string[] arguments = [RuleFinding.Text(settled), RuleFinding.Text(latest)];
        return settled <= latest
            ? household.Satisfied(RuleId.RB, FindingReason.RegisteredSinceBirth, arguments)
            : household.NotSatisfied(RuleId.RB, FindingReason.RegisteredLater, arguments);
    }
}
