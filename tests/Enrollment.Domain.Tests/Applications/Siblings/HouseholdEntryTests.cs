using CsCheck;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Domain.Verification;
using ApplicationId = Enrollment.Domain.Applications.ApplicationId;

namespace Enrollment.Domain.Tests.Applications.Siblings;

public sealed class HouseholdEntryTests
{
    private static readonly string[] People = ["g1", "g2", "g3"];

    // Few numbers, so that households, days, children and guardians coincide often.
    private static readonly Gen<HouseholdEntry> Entries = Gen.Select(Gen.Byte[0, 30], Gen.Int[2026, 2027], Gen.Int[1, 2], Gen.Int[1, 6], Gen.Int[1, 2],
        Gen.Enum<HouseholdRelation>(), Gen.Int[1, 7], (id, year, household, child, day, relation, guardians) => new HouseholdEntry(
            ApplicationId.FromBytes([.. new byte[15], id]), year, $"H{household}", $"c{child}", new DateOnly(2020, 1, day), relation,
            People.Where((_, place) => (guardians >> place) % 2 == 1).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void KinOf_AnyTwo_IsTheSameFromEitherSide() => Entries.Select(Entries).Sample((one, other) => one.KinOf(other) == other.KinOf(one), iter: 20_000);

    [Fact]
    public void KinOf_AnyTwo_IsWhatTheWordsSay() => Entries.Select(Entries).Sample((one, other) => one.KinOf(other) == Oracle(one, other), iter: 20_000);

    [Fact]
    public void Bundles_AnyOrder_AreTheSame_AndHoldOnlyTheWilling() => Entries.List[0, 6].SelectMany(list => Gen.Shuffle(list.DistinctBy(e => e.Application).ToArray()).Select(shuffled => (List: list.DistinctBy(e => e.Application).ToList(), Shuffled: shuffled)))
        .Sample(pair =>
        {
            SiblingWish WishOf(ApplicationId id) => (SiblingWish)(id.Value[^1] % 3);
            var bundles = SiblingBundles.Of(pair.List, WishOf);

            Assert.Equal(Text(bundles), Text(SiblingBundles.Of(pair.Shuffled, WishOf)));
            Assert.All(bundles, bundle => Assert.True(bundle.Count > 1));
            Assert.All(bundles.SelectMany(bundle => bundle), id => Assert.Equal(SiblingWish.Together, WishOf(id)));
            Assert.Equal(Text(OracleBundles(pair.List, WishOf)), Text(bundles));
        }, iter: 5_000);

    [Fact]
    public void Of_ChildInAFamilyHousehold_IsItsEntry()
    {
        var entry = HouseholdEntry.Of(TestData.Consistent().Started(Department.Police));

        Assert.Equal(("1001", TestData.Child, HouseholdRelation.Child), (entry!.HouseholdNo, entry.ChildIdNo, entry.Relation));
        Assert.Equal(new[] { TestData.Father, TestData.Mother }.Order(StringComparer.Ordinal), entry.Guardians.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_NoAnswer_CollectiveHousehold_SeveralOrNone_IsNull()
    {
        var facts = TestData.Consistent();

        Assert.Null(HouseholdEntry.Of(facts.Started()));
        Assert.Null(HouseholdEntry.Of(facts.With(TestData.Household(type: HouseholdType.Collective)).Started(Department.Police)));
        Assert.Null(HouseholdEntry.Of(facts.With(TestData.Household(), TestData.Household(householdNo: "1002")).Started(Department.Police)));
        Assert.Null(HouseholdEntry.Of(facts.With(TestData.Household(members: [TestData.Member(TestData.Father, HouseholdRelation.Householder)])).Started(Department.Police)));
        Assert.Null(HouseholdEntry.Of(facts.With<HouseholdItem>().Started(Department.Police)));
    }

    private static SiblingKind? Oracle(HouseholdEntry one, HouseholdEntry other)
    {
        var isOneHousehold = (one.IntakeYear, one.HouseholdNo) == (other.IntakeYear, other.HouseholdNo) && one.Application != other.Application && one.ChildIdNo != other.ChildIdNo;
        var common = one.Guardians.Count(other.Guardians.Contains);
        return (isOneHousehold, one.BirthDate == other.BirthDate, common) switch
        {
            (false, _, _) => null,
            (_, true, _) when common == Math.Min(one.Guardians.Count, other.Guardians.Count) => SiblingKind.MultipleBirth,
            (_, _, > 0) => SiblingKind.Sibling,
            _ => (one.Relation, other.Relation) == (HouseholdRelation.Child, HouseholdRelation.Child) ? SiblingKind.Sibling : SiblingKind.SameHousehold,
        };
    }

    // The slow way: merge any two groups that have a pair of siblings between them until nothing merges.
    private static List<List<ApplicationId>> OracleBundles(IReadOnlyList<HouseholdEntry> household, Func<ApplicationId, SiblingWish> wishOf)
    {
        var groups = household.Where(entry => wishOf(entry.Application) is SiblingWish.Together).Select(entry => new List<HouseholdEntry> { entry }).ToList();
        for (var isDone = false; !isDone;)
        {
            isDone = true;
            foreach (var (a, b) in groups.SelectMany(a => groups.Where(b => b != a).Select(b => (a, b))).ToList())
            {
                if (!isDone || !a.Any(x => b.Any(y => Oracle(x, y) is SiblingKind.MultipleBirth or SiblingKind.Sibling)))
                    continue;
                a.AddRange(b);
                groups.Remove(b);
                isDone = false;
            }
        }
        return [.. groups.Where(group => group.Count > 1).Select(group => group.Select(entry => entry.Application).OrderBy(id => id.Value, StringComparer.Ordinal).ToList())
            .OrderBy(group => group[0].Value, StringComparer.Ordinal)];
    }

    private static string Text(IEnumerable<IEnumerable<ApplicationId>> bundles) => string.Join(';', bundles.Select(bundle => string.Join(',', bundle)));
}
