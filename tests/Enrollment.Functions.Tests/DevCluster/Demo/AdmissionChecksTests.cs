using Enrollment.DevCluster;
using Enrollment.DevCluster.Demo;
using Enrollment.DevCluster.Demo.Admission;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Functions.Tests.DevCluster.Demo;

/// <summary>The demo's invariants see what is wrong: each test spoils one thing of a season in which all is well.</summary>
public sealed class AdmissionChecksTests
{
    private const string Full = "no school holds more children than its plan";
    private const string Without = "nobody is without a school";
    private const string Twice = "nobody is twice in the schools' lists";
    private const string Elsewhere = "every child stands in the list of the school its family reads, and of the round it was to be placed by";
    private const string Strangers = "the lists hold nobody else";

    private static readonly IReadOnlyList<Enrollee> Children = [.. DemoFamily.Read(Repository.PathOf("seeds"))
        .Select(family => new Enrollee(family, PlannedWay.Of(family), $"application-{family.Number}"))
        .Where(child => child.Way is { IsInMainRound: true, First: Answer.Confirms }).Take(2)];

    private static IReadOnlyList<HeldRound> Rounds { get; } = [Round("main-2026", holds: true)];

    [Fact]
    public void Season_InWhichAllIsWell_BreaksNothing() => Assert.Empty(Broken(Well(), Rounds));

    [Fact]
    public void School_WithMoreThanItsPlan_IsSeen() => Assert.Equal([Full], Broken(Placed("LC001", "LC001"), Rounds));

    [Fact]
    public void Child_WithoutASchool_IsSeen()
    {
        var (first, second) = (Children[0], Children[1]);
        var placed = new Placed(new Dictionary<string, FamilyPlace>(StringComparer.Ordinal) { [first.ApplicationId] = Place("LC001"), [second.ApplicationId] = FamilyPlace.None }, [Line(first, "LC001")]);

        Assert.Equal([Without, Elsewhere, Strangers], Broken(placed, Rounds));
    }

    [Fact]
    public void Child_InTwoLists_IsSeen()
    {
        var placed = Well();

        Assert.Equal([Full, Twice, Strangers], Broken(placed with { Schools = [.. placed.Schools, Line(Children[0], "LC002")] }, Rounds));
    }

    [Fact]
    public void Child_InAnotherSchoolsList_IsSeen()
    {
        var placed = Well();

        Assert.Equal([Elsewhere], Broken(placed with { Schools = [Line(Children[0], "LC002"), Line(Children[1], "LC001")] }, Rounds));
    }

    [Fact]
    public void Record_ThatDoesNotHold_IsSeen() =>
        Assert.Equal(["every record, run again, gives the published result"], Broken(Well(), [Round("main-2026", holds: false)]));

    private static IReadOnlyList<string> Broken(Placed placed, IReadOnlyList<HeldRound> rounds) =>
        [.. AdmissionChecks.Of(Children, rounds, placed).Where(invariant => invariant.Broken.Count > 0).Select(invariant => invariant.Name)];

    private static Placed Well() => Placed("LC001", "LC002");

    private static Placed Placed(string first, string second) => new(
        new Dictionary<string, FamilyPlace>(StringComparer.Ordinal) { [Children[0].ApplicationId] = Place(first), [Children[1].ApplicationId] = Place(second) },
        [Line(Children[0], first), Line(Children[1], second)]);

    private static FamilyPlace Place(string school) => new("Confirmed", "main-2026", school);

    private static ListedPlace Line(Enrollee child, string school) => new(child.Name, school, "main-2026", "Confirmed");

    // A place at each of two schools.
    private static HeldRound Round(string name, bool holds)
    {
        var list = new AdmissionList(name, 2026, "licheng-2026", BundleMode.PreDraw, RestRule.Nobody, [School("LC001"), School("LC002")], [], [], [], [], []);
        return new HeldRound(name, list, new AdmissionResult(list, [], []), holds, PreviewViolations: 0, [], new RoundTimes(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero), Decided: 0);
    }

    private static RoundSchool School(string code)
    {
        Assert.True(SchoolCode.TryParse(code, out var parsed));
        return new RoundSchool(parsed, SchoolAuthority.District, 1, IsTight: false, AdmissionMethod.Lot, code);
    }
}
