using System.Numerics;
using CsCheck;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification.Rules;

public sealed class R5ShareTests
{
    [Theory]
    [InlineData(1, 2, RuleResult.NotSatisfied)]
    [InlineData(51, 100, RuleResult.Satisfied)]
    [InlineData(50, 100, RuleResult.NotSatisfied)]
    [InlineData(1073741824, 2147483647, RuleResult.Satisfied)]
    [InlineData(1073741823, 2147483647, RuleResult.NotSatisfied)]
    [InlineData(1, 1, RuleResult.Satisfied)]
    public void Judge_OneParentsShare_MustExceedOneHalf(int numerator, int denominator, RuleResult result) =>
        Assert.Equal(result, Judge(Owner(Father, numerator, denominator)).Result);

    [Fact]
    public void Judge_ParentsTogether_AreAddedExactly()
    {
        Judge(Owner(Father, 1, 4), Owner(Mother, 1, 4), Owner(Stranger, 1, 2)).Is(RuleResult.NotSatisfied, FindingReason.ShareTooSmall, "1/2", "1/2");
        Judge(Owner(Father, 1, 3), Owner(Mother, 1, 5), Owner(Stranger, 7, 15)).Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "8/15", "1/2");
    }

    [Fact]
    public void Judge_SharesNotWritten_AreEqual()
    {
        Judge(OwnerUnwritten(Father), OwnerUnwritten(Stranger)).Is(RuleResult.NotSatisfied, FindingReason.ShareTooSmall, "1/2", "1/2");
        Judge(OwnerUnwritten(Father), OwnerUnwritten(Mother), OwnerUnwritten(Stranger)).Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "2/3", "1/2");
    }

    [Fact]
    public void Judge_SomeSharesNotWritten_SplitTheRestEqually() =>
        Judge(OwnerUnwritten(Father), OwnerUnwritten(Mother), Owner(Stranger, 2, 5)).Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "3/5", "1/2");

    [Fact]
    public void Judge_SharesExceedTheWhole_IsUnknown() =>
        Judge(Owner(Father, 2, 3), Owner(Mother, 2, 3)).Is(RuleResult.Unknown, FindingReason.SharesDoNotAddUp);

    [Fact]
    public void Judge_ShareWithoutDenominator_IsUnknown() =>
        Judge(new HomeOwner("业主", Father, default(Share))).Is(RuleResult.Unknown, FindingReason.SharesDoNotAddUp);

    [Theory]
    [InlineData("2021-02-28", "2021-02-28", RuleResult.Satisfied)]
    [InlineData("2021-03-01", "2021-02-28", RuleResult.NotSatisfied)]
    [InlineData("2021-02-28", "2021-03-01", RuleResult.NotSatisfied)]
    [InlineData("2022-01-01", "2022-01-01", RuleResult.NotSatisfied)]
    public void Judge_SmallShare_IsAskedForSinceMarch2021(string acquired, string settled, RuleResult result) =>
        Assert.Equal(result, Consistent().With(Household(settled)).With(HomeOf(acquired, owners: [Owner(Father, 1, 10), Owner(Stranger, 9, 10)]))
            .Judge(RuleId.R5).Result);

    [Fact]
    public void Judge_Grandparents_AreACoupleOfTheirOwn()
    {
        var facts = Consistent().With(GrandparentsHousehold());

        facts.With(HomeOf(owners: [Owner(Grandfather, 1, 3), Owner(Grandmother, 1, 3), Owner(Father, 1, 3)])).Judge(RuleId.R5)
            .Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "2/3", "1/2");
        facts.With(HomeOf(owners: [Owner(Grandfather, 1, 2), Owner(Father, 1, 2)])).Judge(RuleId.R5)
            .Is(RuleResult.NotSatisfied, FindingReason.ShareTooSmall, "1/2", "1/2");
    }

    [Fact]
    public void Judge_HouseholdersParentsOwn_AreTheGrandparents() =>
        Consistent().With(Household(members:
            [Member(Father, HouseholdRelation.Householder), Member(Grandfather, HouseholdRelation.Parent), Member(Child, HouseholdRelation.Child)]))
            .With(HomeOf(owners: Owner(Grandfather, 1, 1))).Judge(RuleId.R5).Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "1/1", "1/2");

    [Fact]
    public void Judge_DivorcedAndOnlyTogetherEnough_IsUnknown() =>
        Consistent().With(Marriage(MarriageState.Divorced)).With(HomeOf(owners: [Owner(Father, 1, 2), Owner(Mother, 1, 2)])).Judge(RuleId.R5)
            .Is(RuleResult.Unknown, FindingReason.CoupleDivorced, "1/1");

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void Judge_DivorcedAndOneAloneEnough_IsSatisfied(int ofFather, int ofMother) =>
        Consistent().With(Marriage(MarriageState.Divorced)).With(HomeOf(owners: [Owner(Father, ofFather, 3), Owner(Mother, ofMother, 3)])).Judge(RuleId.R5)
            .Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "1/1", "1/2");

    [Fact]
    public void Judge_MarriedAgain_IsSatisfied() =>
        Consistent().With(Marriage(MarriageState.Married, "2019-01-01"), Marriage(MarriageState.Divorced, "2018-06-01"))
            .With(HomeOf(owners: [Owner(Father, 1, 2), Owner(Mother, 1, 2)])).Judge(RuleId.R5).Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "1/1", "1/2");

    [Fact]
    public void Judge_TwoHomesAtTheAddress_TheBestCounts() =>
        Consistent().With(HomeOf(owners: [Owner(Father, 1, 3), Owner(Stranger, 2, 3)]), HomeOf(owners: Owner(Mother, 1, 1))).Judge(RuleId.R5)
            .Is(RuleResult.Satisfied, FindingReason.ShareSuffices, "1/1", "1/2");

    [Fact]
    public void Judge_OnlyAnOfficeAtTheAddress_IsUnknown() =>
        Consistent().With(HomeOf(use: PropertyUse.Office)).Judge(RuleId.R5).Is(RuleResult.Unknown, FindingReason.NoHomeAtRegisteredAddress);

    [Fact]
    public void Judge_AnyDeed_AgreesWithACommonDenominator()
    {
        var owner = Gen.Select(Gen.OneOf(Father, Mother, Stranger), Gen.Int[0, 60], Gen.Int[1, 60], Gen.Bool,
            (idNo, numerator, denominator, isWritten) => isWritten ? Owner(idNo, Math.Min(numerator, denominator), denominator) : OwnerUnwritten(idNo));
        Gen.Select(Gen.OneOf(Father, Mother), owner.List[0, 5], (first, rest) => rest.Prepend(OwnerUnwritten(first)).ToArray())
            .Sample(owners => Judge(owners).Result == SlowResult(owners), iter: 2000);
    }

    /// <summary>Everything in parts of one denominator: the product of all, times the number of unwritten shares.</summary>
    private static RuleResult SlowResult(HomeOwner[] owners)
    {
        var unwritten = owners.Count(owner => owner.Share is null);
        var whole = owners.Aggregate((BigInteger)unwritten, (product, owner) => product * (owner.Share?.Denominator ?? 1));
        var written = owners.Where(owner => owner.Share is not null).Aggregate(BigInteger.Zero, (sum, owner) =>
            sum + (whole * owner.Share!.Value.Numerator / owner.Share.Value.Denominator));
        if (written > whole)
            return RuleResult.Unknown;
        var couple = owners.Where(owner => owner.IdNo != Stranger).Aggregate(BigInteger.Zero, (sum, owner) =>
            sum + (owner.Share is { } share ? whole * share.Numerator / share.Denominator : (whole - written) / unwritten));
        return 2 * couple > whole ? RuleResult.Satisfied : RuleResult.NotSatisfied;
    }

    private static RuleFinding Judge(params HomeOwner[] owners) => Consistent().With(HomeOf(owners: owners)).Judge(RuleId.R5);
}
