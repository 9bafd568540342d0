namespace Enrollment.Domain.Verification.Rules;

/// <summary>A rule's numbers and dates: policy data, because they change every year. Closed; each case stands beside its rule.</summary>
public abstract record RuleParameters
{
    private protected RuleParameters()
    {
    }
}

/// <summary>For a rule without any.</summary>
public sealed record NoParameters : RuleParameters
{
    /// <summary>The only value needed.</summary>
    public static NoParameters Value { get; } = new();
}
