using System.Globalization;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>R8's numbers.</summary>
/// <param name="WindowEnd">The last month that must be reached, as its first day.</param>
/// <param name="MinimumMonths">How many consecutive months.</param>
/// <param name="AllowedGapMonths">How many missing months in a row break nothing (they do not count).</param>
/// <param name="CountRetroactive">Whether months paid afterwards (补缴) count.</param>
/// <param name="AreaCode">Where they must be paid.</param>
public sealed record InsuranceParameters(DateOnly WindowEnd, int MinimumMonths, int AllowedGapMonths, bool CountRetroactive, string AreaCode)
    : RuleParameters;

/// <summary>
/// R8: one guardian has paid social insurance in the district for at least 12 consecutive months [S07]; what "consecutive" means is data
/// [OWN]. One guardian's months must suffice: two guardians' are never added.
/// </summary>
public static class R8Insurance
{
    /// <summary>Judges the rule by the guardian with the longest chain.</summary>
    public static RuleFinding Judge(Evidence evidence, InsuranceParameters parameters)
    {
        var insurances = evidence.Insurances;
        if (insurances.Missing is { } missing)
            return insurances.Unknown(RuleId.R8, missing);
        var longest = insurances.Items
            .GroupBy(item => item.PersonIdNo.Trim(), StringComparer.OrdinalIgnoreCase)
            .Max(person => Chain(person, parameters));
        string[] arguments = [RuleFinding.Text(longest), parameters.WindowEnd.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            RuleFinding.Text(parameters.MinimumMonths)];
        return longest >= parameters.MinimumMonths
            ? insurances.Satisfied(RuleId.R8, FindingReason.InsuredLongEnough, arguments)
            : insurances.NotSatisfied(RuleId.R8, FindingReason.InsuredTooShort, arguments);
    }

    private static int Chain(IEnumerable<InsuranceItem> person, InsuranceParameters parameters)
    {
        var months = InsuredMonths.Counted(person, parameters.AreaCode, parameters.CountRetroactive, parameters.WindowEnd);
        return InsuredMonths.ChainLength(months, parameters.WindowEnd, parameters.AllowedGapMonths);
    }
}
