using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Applications.Prefilling;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Applications.Prefilling;

public sealed class PrefilledChildrenTests
{
    private static readonly string Twin = TestData.IdNo(TestData.Date("2020-05-04"), 22);

    [Fact]
    public void Of_ParentsHomeInTheDistrict_GivesTheWholeForm()
    {
        var child = Assert.Single(Of(TestData.Father, TestData.Household(), TestData.HomeOf()));

        Assert.Equal((TestData.Child, GuardianRelation.Father, TestData.Mother), (child.Document.Value, child.Relation, child.OtherParent!.IdNo));
        Assert.Equal((PropertyOwnership.Parents, CategoryCode.ConsistentResident), (child.Home!.Ownership, child.Category));
    }

    [Fact]
    public void Of_MotherIsTheSpouse_SeesTheSameChildAsHers() =>
        Assert.Equal((GuardianRelation.Mother, TestData.Father), Of(TestData.Mother, TestData.Household(), TestData.HomeOf()).Select(child => (child.Relation, child.OtherParent!.IdNo)).Single());

    [Fact]
    public void Of_GrandparentsBook_LeavesOpenWhoseChildItIs()
    {
        var household = TestData.Household(members:
        [
            TestData.Member(TestData.Grandfather, HouseholdRelation.Householder), TestData.Member(TestData.Grandmother, HouseholdRelation.Spouse),
            TestData.Member(TestData.Father, HouseholdRelation.Child), TestData.Member(TestData.Child, HouseholdRelation.Grandchild),
        ]);

        var child = Assert.Single(Of(TestData.Father, household, TestData.HomeOf(owners: TestData.Owner(TestData.Grandfather, 1, 1))));

        Assert.Equal((null, null, PropertyOwnership.Grandparents), (child.Relation, child.OtherParent, child.Home!.Ownership));
    }

    [Theory]
    [InlineData("2020-08-31", true)]
    [InlineData("2020-09-01", false)]
    [InlineData("2017-09-01", true)]
    [InlineData("2017-08-31", false)]
    public void Of_Age_IsFromSixOnSoManyYears(string born, bool isOffered)
    {
        var household = TestData.Household(members: [TestData.Member(TestData.Father, HouseholdRelation.Householder), TestData.Member(TestData.IdNo(TestData.Date(born), 33), HouseholdRelation.Child)]);

        Assert.Equal(isOffered ? 1 : 0, Of(TestData.Father, household).Count);
    }

    [Fact]
    public void Of_StrangersAndOtherRelations_AreNobodysChildren()
    {
        Assert.Empty(Of(TestData.Stranger, TestData.Household()));
        Assert.Empty(Of(TestData.Grandfather, TestData.GrandparentsHousehold()));
        Assert.Empty(Of(TestData.Father, TestData.Household(type: HouseholdType.Collective)));
        Assert.Empty(PrefilledChildren.Of(TestData.Policy, TestData.Father, 2, police: null, property: null));
    }

    [Fact]
    public void Of_PropertyNotRead_ClaimsNoCategory_AndElsewhereNone()
    {
        Assert.Null(Assert.Single(PrefilledChildren.Of(TestData.Policy, TestData.Father, 2, Police(TestData.Household()), property: null)).Category);
        Assert.Equal(CategoryCode.ResidentNotConsistent, Assert.Single(Of(TestData.Father, TestData.Household())).Category);
        Assert.Null(Assert.Single(Of(TestData.Father, TestData.Household(areaCode: "350503"))).Category);
    }

    [Fact]
    public void Of_AnyOrderOfRecords_IsTheSame()
    {
        var members = new[] { TestData.Member(TestData.Father, HouseholdRelation.Householder), TestData.Member(TestData.Mother, HouseholdRelation.Spouse),
            TestData.Member(TestData.Child, HouseholdRelation.Child), TestData.Member(Twin, HouseholdRelation.Child) };
        var homes = new[] { TestData.HomeOf(), TestData.HomeOf(address: TestData.Elsewhere), TestData.HomeOf(use: PropertyUse.Commercial) };
        var expected = Text(Of(TestData.Father, TestData.Household(members: members), homes));

        Gen.Select(Gen.Shuffle(members), Gen.Shuffle(homes)).Sample((m, h) => Text(Of(TestData.Father, TestData.Household(members: m), h)) == expected, iter: 200);
    }

    private static string Text(IEnumerable<PrefilledChild> children) =>
        string.Join('\n', children.Select(child => $"{child.Document.Value} {child.Relation} {child.OtherParent?.IdNo} {child.Home?.Item.UnitNo} {child.Home?.Ownership} {child.Category}"));

    private static IReadOnlyList<PrefilledChild> Of(string parent, HouseholdItem household, params HomeItem[] homes) =>
        PrefilledChildren.Of(TestData.Policy, parent, yearsLate: 2, Police(household), new DepartmentReport(Department.Property, "测试系统", Facts.DataAsOf, DateTimeOffset.UnixEpoch, "00", homes));

    private static DepartmentReport Police(HouseholdItem household) => new(Department.Police, "测试系统", Facts.DataAsOf, DateTimeOffset.UnixEpoch, "00", [household]);
}
