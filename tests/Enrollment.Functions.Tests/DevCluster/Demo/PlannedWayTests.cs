using Enrollment.DevCluster;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Demo.Admission;

namespace Enrollment.Functions.Tests.DevCluster.Demo;

/// <summary>What `./dev demo --through admission` plans for the seeded families.</summary>
public sealed class PlannedWayTests
{
    private static readonly IReadOnlyList<DemoFamily> Families = DemoFamily.Read(Repository.PathOf("seeds"));

    [Fact]
    public void Ways_OfTheSeason_CoverEveryWayToSettleAndToAnswer()
    {
        var ways = Families.Select(PlannedWay.Of).ToList();

        Assert.Equal(Enum.GetValues<Settling>(), ways.Select(way => way.Settling).Distinct().Order());
        Assert.Equal(Enum.GetValues<Answer>(), ways.Select(way => way.First).Distinct().Order());
        Assert.Contains(ways, way => way.IsLate);
        Assert.Contains(ways, way => way.IsInLastRound);
        Assert.Contains(ways, way => way is { Category: null, IsAdmitted: true });
    }

    [Fact]
    public void Ways_OfEveryAdmittedChild_LeadThroughARoundItTakesAPlaceOf() =>
        Assert.All(Families.Select(PlannedWay.Of).Where(way => way.IsAdmitted), way => Assert.True(way.IsInMainRound && way.First is Answer.Confirms || way.IsInRefill));

    [Fact]
    public void Choices_OfTheSeason_AreSchoolsThatTheStageOffers()
    {
        var children = Families.Select(family => new Enrollee(family, PlannedWay.Of(family), "")).ToList();

        var residents = children.Where(child => child.Way.Category == "ConsistentResident" && child.Choices.Count > 0).ToList();
        Assert.NotEmpty(residents);
        Assert.All(residents, child => Assert.Equal(child.Zone == "Z0101" ? ["LC013", "LC014", "LC015"] : ["LC016", "LC017"], child.Choices.Order(StringComparer.Ordinal)));
        Assert.All(children.Where(child => child.Way.Category is "MigrantChild" or "FiveDistrictMover"), child => Assert.Equal(3, child.Choices.Distinct(StringComparer.Ordinal).Count()));
        Assert.All(children.SelectMany(child => child.Choices), code => Assert.True(string.CompareOrdinal(code, "LC017") <= 0, code));
    }
}
