namespace Enrollment.Domain.Verification.Rules;

/// <summary>RF's day: until when a card must hold.</summary>
public sealed record DisabilityCardParameters(DateOnly ValidUntil) : RuleParameters;

/// <summary>
/// RF: the Disabled Persons' Federation (残联) records a disability card of the child: what C10 rests on [S34][GK]. Without one an assessment
/// by experts says the same, and a person reads it; nobody is refused.
/// </summary>
public static class RFDisabilityCard
{
    /// <summary>Judges the rule; of several cards the best counts.</summary>
    public static RuleFinding Judge(Evidence evidence, DisabilityCardParameters parameters)
    {
        var cards = evidence.DisabilityCards;
        return cards.Missing is { } missing
            ? cards.Unknown(RuleId.RF, missing)
            : NearestFinding.Of(cards.Items.Select(card => OfCard(cards, card.ValidTo, parameters.ValidUntil)));
    }

    private static RuleFinding OfCard(Answer cards, DateOnly validTo, DateOnly needed) => validTo >= needed
        ? cards.Satisfied(RuleId.RF, FindingReason.DisabilityCardValid, RuleFinding.Text(validTo), RuleFinding.Text(needed))
        : cards.NotSatisfied(RuleId.RF, FindingReason.DisabilityCardExpired, RuleFinding.Text(validTo), RuleFinding.Text(needed));
}
