using CsCheck;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Admission.PlaceLocks;

public sealed class DecidePlaceLockTests
{
    private static readonly SchoolCode Municipal = SchoolCode.Parse("LC018");
    private static readonly SchoolCode Tight = SchoolCode.Parse("LC007");
    private static readonly PlaceLockParameters Numbers = new(new DateOnly(2021, 3, 1), Years: 6, new DateOnly(2026, 9, 1), SameHouseholderExempt: true);
    private static readonly PlaceLockPolicy Policy = new(Numbers);
    private static readonly DateOnly Today = new(2026, 7, 20);
    private static readonly LockableHome Home = new("home-1", new DateOnly(2022, 5, 1), new DateOnly(2022, 6, 1));
    private static readonly PlaceClaim Claim = new("A2", Home, Municipal, IsMunicipal: true, IsTight: false, "holder-1");

    [Fact]
    public void Claim_FreeHome_TakesThePlace()
    {
        var decision = Decide(Claim);

        Assert.Equal(new PlaceRecord("A2", "home-1", Municipal, Numbers.OnDate, "holder-1"), Assert.IsType<PlaceLockDecision.Take>(decision).Record);
    }

    [Theory]
    [InlineData("2020-09-02", true)]
    [InlineData("2020-09-01", false)]
    public void Claim_SixYears_EndOnTheDay(string takenOn, bool isBound) =>
        Assert.Equal(isBound, Decide(Claim, Taken("A1") with { TakenOn = DateOnly.Parse(takenOn, System.Globalization.CultureInfo.InvariantCulture) }) is PlaceLockDecision.Refused);

    [Fact]
    public void Claim_AnotherChildsPlace_IsRefusedAndNamesTheHolder() =>
        Assert.Equal(new PlaceLockDecision.Refused("A1", new DateOnly(2023, 9, 1), new DateOnly(2029, 9, 1)), Decide(Claim, Taken("A1")));

    [Fact]
    public void Claim_SameHouseholder_TakesBesideTheSibling() =>
        Assert.True(Assert.IsType<PlaceLockDecision.Take>(Decide(Claim, Taken("A1") with { Householder = "holder-1" })).BesideSibling);

    [Fact]
    public void Claim_SameHouseholderWithoutExemption_NamesTheSiblingAsHolder()
    {
        var strict = Policy with { Numbers = Numbers with { SameHouseholderExempt = false } };

        Assert.Equal("A1", Assert.IsType<PlaceLockDecision.Refused>(DecidePlaceLock.Claim(Claim, [Taken("A1") with { Householder = "holder-1" }], strict, Today)).Holder);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void Claim_School_IsBoundWhereThePolicySaysSo(bool isMunicipal, bool isTight, bool isBound) =>
        Assert.Equal(isBound, Decide(Claim with { IsMunicipal = isMunicipal, IsTight = isTight }, Taken("A1")) is PlaceLockDecision.Refused);

    [Theory]
    [InlineData("2021-02-28", "2021-02-28", false)]
    [InlineData("2021-03-01", "2021-02-28", true)]
    [InlineData("2021-02-28", "2021-03-01", true)]
    public void Claim_HomesBeforeTheRule_AreFree(string acquired, string settled, bool isBound)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var old = Claim with { Home = Home with { AcquiredDate = DateOnly.Parse(acquired, invariant), SettledDate = DateOnly.Parse(settled, invariant) } };

        Assert.Equal(isBound, Decide(old, Taken("A1")) is PlaceLockDecision.Refused);
    }

    [Theory]
    [InlineData(PlaceReleaseReason.TransferredOut)]
    [InlineData(PlaceReleaseReason.Graduated)]
    [InlineData(PlaceReleaseReason.NotTakenUp)]
    public void Claim_ReleasedPlace_BindsNobody(PlaceReleaseReason reason) =>
        Assert.IsType<PlaceLockDecision.Take>(Decide(Claim, Taken("A1") with { Release = new PlaceRelease(Today, reason) }));

    [Fact]
    public void Claim_Again_Stands()
    {
        var record = Assert.IsType<PlaceLockDecision.Take>(Decide(Claim)).Record;

        Assert.Equal(new PlaceLockDecision.Standing(record), Decide(Claim, record));
    }

    [Fact]
    public void Claim_AtAnotherSchool_LeavesTheFirst()
    {
        var first = Assert.IsType<PlaceLockDecision.Take>(Decide(Claim)).Record;

        var moved = Assert.IsType<PlaceLockDecision.Take>(Decide(Claim with { School = Tight, IsMunicipal = false, IsTight = true }, first));

        Assert.Equal([first with { Release = new PlaceRelease(Today, PlaceReleaseReason.NotTakenUp) }], moved.Left);
    }

    [Theory]
    [InlineData(PlaceLockScope.District, true)]
    [InlineData(PlaceLockScope.School, false)]
    public void Claim_PlaceAtAnotherSchool_BindsByScope(PlaceLockScope scope, bool isBound) =>
        Assert.Equal(isBound, DecidePlaceLock.Claim(Claim, [Taken("A1") with { School = Tight }], Policy with { Scope = scope }, Today) is PlaceLockDecision.Refused);

    /// <summary>Whatever is claimed and released in whatever order, no two families hold one home at once.</summary>
    [Fact]
    public void ClaimAndRelease_AnyOrder_OneHouseholderAHome()
    {
        var step = Gen.Select(Gen.Int[0, 5], Gen.Bool, Gen.Bool);

        step.Array[0, 30].Sample(steps =>
        {
            var history = new List<PlaceRecord>();
            foreach (var (family, isRelease, isSibling) in steps)
            {
                var owner = $"A{family}{(isSibling ? "s" : "")}";
                if (isRelease)
                {
                    foreach (var released in DecidePlaceLock.Release(owner, history, new PlaceRelease(Today, PlaceReleaseReason.TransferredOut)))
                        history[history.FindIndex(record => record.Owner == owner && record.Release is null)] = released;
                }
                else if (Decide(Claim with { Owner = owner, Householder = $"holder-{family}" }, [.. history]) is PlaceLockDecision.Take take)
                {
                    history.Add(take.Record);
                }
                Assert.InRange(history.Where(record => record.Release is null).Select(record => record.Householder).Distinct().Count(), 0, 1);
            }
        });
    }

    [Fact]
    public void ToString_ClaimAndRecord_NameNoHome()
    {
        Assert.DoesNotContain("home-1", $"{Claim} {Taken("A1")} {Home}", StringComparison.Ordinal);
        Assert.DoesNotContain("holder", $"{Claim} {Taken("A1")}", StringComparison.Ordinal);
    }

    private static PlaceRecord Taken(string owner) => new(owner, "home-1", Municipal, new DateOnly(2023, 9, 1), "holder-9");

    private static PlaceLockDecision Decide(PlaceClaim claim, params PlaceRecord[] history) => DecidePlaceLock.Claim(claim, history, Policy, Today);
}
