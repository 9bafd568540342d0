using CsCheck;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Checks;

namespace Enrollment.Domain.Tests.Placement.Checks;

public sealed class PlacementCheckLaws
{
    private static readonly Gen<string> Pupil = Gen.Select(Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[0, 9], Gen.Int[0, 9]).Select((isBoy, special, bundle, apart, pin) =>
        $"{(isBoy ? "M" : "F")}{(special == 0 ? "1" : "")}{bundle switch { 0 => " b1", 1 => " b2", _ => "" }}"
        + $"{apart switch { 0 => " a1", 1 => " a2", 2 => " a1,2", 3 => " a3", _ => "" }}{pin switch { 0 => " p1", 1 => " p2", 2 => " p3", _ => "" }}");

    private static readonly Gen<PlacementList> Tiny = Gen.Select(Gen.Int[1, 4].Array[1, 3], Gen.Int[0, 3], Pupil.Array[1, 7], Gen.Int[0, 5], Gen.Int[0, 5])
        .Select((capacities, even, pupils, relief, cap) => Lists.Of(even == 0 ? capacities : [.. capacities.Select(_ => (pupils.Length + capacities.Length - 1) / capacities.Length + 1)], pupils)
            with
        { Relief = relief > 2 ? 0 : relief, SpecialNeedsCap = cap > 2 ? null : cap });

    [Fact]
    public void Conflicts_OfTinyLists_AreFoundExactlyWhereNoPlacementExists() => Tiny.Sample(list =>
    {
        if (!QuotasExist(list))
            return;
        var conflicts = PlacementCheck.Conflicts(list);

        var canHold = TrialOfAll.CanHold(list);
        Assert.DoesNotContain(conflicts, conflict => conflict is PlacementConflict.Undecided);
        Assert.Equal(canHold, conflicts.All(conflict => conflict is PlacementConflict.LotUnlikely));
        if (conflicts.Count == 0)
            Assert.NotNull(PlacementDraw.Run(list, attributes: null, Lists.Seed(1)));
    }, iter: 5_000, print: Print);

    [Fact]
    public void Conflicts_OfTinyLists_NameRulesThatCannotHoldTogetherAndCanWithoutAnyOne() => Tiny.Sample(list =>
    {
        if (!QuotasExist(list))
            return;
        // Where the numbers alone are impossible, nothing else can be told apart.
        if (!TrialOfAll.CanHold(list, []))
            return;
        foreach (var conflict in PlacementCheck.Conflicts(list).Where(conflict => conflict is not PlacementConflict.LotUnlikely))
        {
            IReadOnlyList<ConflictRule> rules = [.. conflict.Rules.Where(rule => rule is not ConflictRule.Capacity)];
            Assert.False(TrialOfAll.CanHold(list, rules), $"{conflict.Code}: these can hold together");
            Assert.All(TrialOfAll.EachLessOne(rules), less => Assert.True(TrialOfAll.CanHold(list, less), $"{conflict.Code}: less would do"));
        }
    }, iter: 5_000, print: Print);

    /// <summary>Relief can take more than a class has; then there are no sizes to speak of.</summary>
    private static bool QuotasExist(PlacementList list) =>
        list.Relief == 0 || Enumerable.Range(0, list.Classes).All(g => TrialOfAll.QuotasOf(list).SizeOf(g) >= TrialOfAll.QuotasOf(list).Special[g]);

    private static string Print(PlacementList list) => string.Join('\n', list.ToLines().Skip(5));
}
