using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Tests.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement;

public sealed class LateJoinersTests
{
    private static readonly RowCode Row = RowCode.Of(0xff);

    [Fact]
    public void Place_FewestOfTheSexThenFewestOfAll_IsTheClass()
    {
        // Class 1: 2 boys, 1 girl. Class 2: 1 boy, 2 girls. Class 3: 1 boy, 1 girl.
        var result = Result(Lists.Of([5, 5, 5], "M", "M", "F", "M", "F", "F", "M", "F"), [1, 1, 1, 2, 2, 2, 3, 3]);

        Assert.Equal(3, Place(result, [], Sex.Male));
        Assert.Equal(3, Place(result, [], Sex.Female));
        Assert.Equal(2, Place(result, [Joined(3, Sex.Male)], Sex.Male));
    }

    [Fact]
    public void Place_AFullClassOrOneAtItsCap_IsPassedOver()
    {
        var result = Result(Lists.Of([1, 3, 4], "M1", "M", "M", "M", "F") with { SpecialNeedsCap = 1 }, [1, 2, 2, 3, 3]);

        Assert.Equal(3, Place(result, [], Sex.Male));
        Assert.Equal(2, Place(result, [Joined(3, Sex.Female, special: true)], Sex.Female, special: true));
        Assert.Null(Place(result, [Joined(2, Sex.Female, special: true), Joined(3, Sex.Female, special: true)], Sex.Male, special: true));
        Assert.Null(Place(result, [Joined(2, Sex.Male), Joined(3, Sex.Male), Joined(3, Sex.Male)], Sex.Male));
    }

    [Fact]
    public void Place_ClassesThatAreAlike_AreTakenEquallyOften()
    {
        var result = Result(Lists.Of([5, 5, 5, 5], "M", "M", "M", "F"), [1, 2, 3, 4]);
        var times = new int[4];

        for (var n = 0; n < 3_000; n++)
            times[Place(result, [], Sex.Female, link: Digest.Of(BitConverter.GetBytes(n)))!.Value - 1]++;

        Assert.Equal(0, times[3]);
        ChiSquare.AssertUniform("classes", times.Take(3));
    }

    [Fact]
    public void Place_AnyClasses_IsAmongTheBest() =>
        Gen.Select(Gen.Int[1, 6].Array[1, 40], Gen.Int[0, 1].Array[40], Gen.Int[0, 1000]).Sample((classes, sexes, link) =>
        {
            var list = Lists.Of([.. Enumerable.Repeat(8, 6)], [.. classes.Select((_, i) => sexes[i] == 0 ? "M" : "F")]);
            int[] kept = [.. classes];
            var result = Result(list, kept);
            if (Place(result, [], Sex.Male, link: Digest.Of(BitConverter.GetBytes(link))) is not { } chosen)
                return Enumerable.Range(1, 6).All(c => kept.Count(k => k == c) >= 8);
            (int Boys, int All) At(int c) => (Enumerable.Range(0, kept.Length).Count(i => kept[i] == c && sexes[i] == 0), kept.Count(k => k == c));
            return At(chosen).All < 8 && Enumerable.Range(1, 6).Where(c => At(c).All < 8).All(c => At(chosen).CompareTo(At(c)) <= 0);
        }, iter: 1_000);

    private static PlacementResult Result(PlacementList list, int[] groups) =>
        new(list, LotLaw.Uniform, 1, groups, [.. Enumerable.Range(1, list.Classes)], Teams: null);

    private static LateJoiner Joined(int number, Sex sex, bool special = false) => new(RowCode.Of(1), sex, special, default, number);

    private static int? Place(PlacementResult result, IReadOnlyList<LateJoiner> before, Sex sex, bool special = false, Digest link = default) =>
        LateJoiners.Place(result, before, Row, sex, special, link);
}
