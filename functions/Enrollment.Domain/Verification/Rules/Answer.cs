namespace Enrollment.Domain.Verification.Rules;

/// <summary>Where a rule's facts come from; it stamps the findings drawn from them.</summary>
/// <param name="Source">The department asked.</param>
/// <param name="DataAsOf">How far its register was complete, when it answered.</param>
/// <param name="Missing">Why there are no facts; null when there are some.</param>
internal record Answer(Department Source, DateOnly? DataAsOf, FindingReason? Missing)
{
    internal RuleFinding Satisfied(RuleId rule, FindingReason reason, params string[] arguments) =>
        new(rule, RuleResult.Satisfied, reason, arguments, Source, DataAsOf);

    internal RuleFinding NotSatisfied(RuleId rule, FindingReason reason, params string[] arguments) =>
        new(rule, RuleResult.NotSatisfied, reason, arguments, Source, DataAsOf);

    internal RuleFinding Unknown(RuleId rule, FindingReason reason, params string[] arguments) =>
        new(rule, RuleResult.Unknown, reason, arguments, Source, DataAsOf);
}

/// <summary>A department's records on one question.</summary>
internal sealed record Answer<T>(Department Source, DateOnly? DataAsOf, FindingReason? Missing, IReadOnlyList<T> Items)
    : Answer(Source, DataAsOf, Missing)
{
    /// <summary>The same answer, narrowed to the records that concern the family.</summary>
    internal Answer<T> Where(Func<T, bool> concerns)
    {
        var items = Items.Where(concerns).ToList();
        return this with { Items = items, Missing = Missing ?? (items.Count == 0 ? FindingReason.NothingFound : null) };
    }
}

/// <summary>The one household the child is registered in; both records are there unless something is missing.</summary>
internal sealed record ChildHousehold(Department Source, DateOnly? DataAsOf, FindingReason? Missing, HouseholdItem? Item, HouseholdMember? Child)
    : Answer(Source, DataAsOf, Missing);
