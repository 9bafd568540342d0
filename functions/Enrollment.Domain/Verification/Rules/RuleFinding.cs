using System.Globalization;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>What one rule says of one application, with the fact it rests on.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Result">Whether it is satisfied.</param>
/// <param name="Reason">Why: a stable code, for which texts exist in every language.</param>
/// <param name="Arguments">What the reason's text is filled with, as <see cref="FindingReason"/> lists it: dates (yyyy-MM-dd), numbers,
/// exact shares. Never a name, an identity number or an address; dates are still personal data.</param>
/// <param name="Source">The department whose record decided; null when none was needed or none is at fault.</param>
/// <param name="DataAsOf">How far that register was complete.</param>
public sealed record RuleFinding(RuleId Rule, RuleResult Result, FindingReason Reason, IReadOnlyList<string> Arguments,
    Department? Source, DateOnly? DataAsOf)
{
    internal static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A rule's three answers.</summary>
public enum RuleResult
{
    /// <summary>The facts satisfy it.</summary>
    Satisfied,
    /// <summary>The registers' facts speak against it; only a person may decide on that.</summary>
    NotSatisfied,
    /// <summary>No facts to decide by: not asked, not answered, nothing found, or not for a machine to judge.</summary>
    Unknown,
}
