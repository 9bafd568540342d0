using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Children with a disability (C10), of families without a home: the federation's card of RF, or a person who reads an assessment.</summary>
internal static class DisabledChildStories
{
    private static readonly Outcome Verified = WithoutHome(Outcome.Verified(CategoryCode.DisabledChild));
    private static readonly Outcome AskedForAssessment = WithoutHome(Outcome.Correction(CategoryCode.ResidentNotConsistent, "DisabilityAssessment"));
    private static readonly Outcome ForAPerson = WithoutHome(Outcome.UnderReview(CategoryCode.ResidentNotConsistent));

    public static IReadOnlyList<Story> All { get; } =
    [
        Disabled("disability-card", 8, Verified, Card),
        Disabled("disability-card-by-callback", 5, Verified, family =>
        {
            Card(family);
            family.Misbehave(Department.DisabledPersons, new Behavior(BehaviorKind.Callback, DelayMs: 200));
        }),
        Disabled("disability-card-valid-to-first-school-day", 5, Verified, family => Card(family, new(2026, 9, 1))),
        Disabled("disability-card-expired", 5, AskedForAssessment, family => Card(family, new(2026, 8, 31))),
        Disabled("disability-without-card", 5, AskedForAssessment.With(Department.DisabledPersons, CheckStatus.NotFound), _ => { }),
        Disabled("disabled-persons-never-call-back", 5, ForAPerson.With(Department.DisabledPersons, CheckStatus.SourceUnavailable), family =>
        {
            Card(family);
            family.Misbehave(Department.DisabledPersons, new Behavior(BehaviorKind.NeverCallBack));
        }),
    ];

    private static void Card(FamilyDraft family) => Card(family, family.Chance.Between(new DateOnly(2027, 1, 1), new DateOnly(2035, 12, 31)));

    private static void Card(FamilyDraft family, DateOnly validTo)
    {
        var (child, level) = (family.Cast.Children[0], family.Chance.Between(1, 4));
        family.DisabilityCard = new DisabilityCardRecord(child.IdNo, $"{child.IdNo}{family.Chance.Between(1, 7)}{level}", level, validTo);
    }

    private static Outcome WithoutHome(Outcome outcome) => outcome.With(Department.Property, CheckStatus.NotFound);

    private static Story Disabled(string name, int applications, Outcome outcome, Action<FamilyDraft> tell) =>
        new(name, applications, CategoryCode.DisabledChild, outcome, tell);
}
