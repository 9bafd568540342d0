namespace Enrollment.Domain.Verification.Explaining;

/// <summary>One fact that would have had to be otherwise.</summary>
/// <param name="Fact">Which fact.</param>
/// <param name="Category">The category to claim, for <see cref="ChangeableFact.ClaimedCategory"/>; else null.</param>
/// <param name="Arguments">What its text is filled with: dates, months, shares of the policy. Nothing of the family.</param>
public sealed record FactChange(ChangeableFact Fact, CategoryCode? Category, IReadOnlyList<string> Arguments);

/// <summary>A smallest set of facts that would have led to a better category.</summary>
/// <param name="Changes">The facts, in the order in which they are changed; none of them can be left out.</param>
/// <param name="Leads">The category that would then have been proved.</param>
/// <param name="NeedsPerson">True when a person would still confirm it, because the claim is for something better.</param>
public sealed record Counterfactual(IReadOnlyList<FactChange> Changes, CategoryCode Leads, bool NeedsPerson);
