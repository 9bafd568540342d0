using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Explaining;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Records;

namespace Enrollment.Domain.Tests.Admission.Records;

/// <summary>The lists of seeds/admission: each order of DOMAIN.md 1.4 and 1.10 as data, run and verified.</summary>
public sealed class WorkedExamplesTests
{
    private static readonly string[] Names =
        ["jinjiang-order", "junior-middle", "licheng-primary", "luojiang-junior-classes", "private-joint-lot", "taiwanese-zone-batches"];

    public static TheoryData<string> Examples => [.. Names];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_RunAndVerified_HoldsAndBreaksNothing(string name)
    {
        var list = Read(name);
        var record = AdmissionRecords.Of(list);
        var result = AdmissionResult.Parse(list, record.Result)!;

        Assert.Empty(list.Check());
        Assert.Empty(AdmissionInvariants.Check(list, result));
        Assert.Equal("holds", AdmissionRecords.Verify(AdmissionRecord.Parse(record.ToJson())!).ToString());
        Assert.All(list.Rows, row => Assert.NotNull(AdmissionExplanations.Of(result).For(row.Ticket)));
    }

    [Fact]
    public void Examples_OfTheFolder_AreAllRun() =>
        Assert.Equal(Names, Directory.GetFiles(Folder(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Licheng_OffPlanFirstAndNobodyWithoutSchool()
    {
        var (list, result) = Run("licheng-primary");

        Assert.All(Of(result, list, row => row.OffPlan is not null), place => Assert.Equal("off-plan", place.Stage));
        Assert.All(Of(result, list, row => row.IsLate), place => Assert.Equal("late", place.Stage));
        Assert.All(result.Places, place => Assert.NotNull(place.School));
        // C1 children whose area school is full are coordinated before the multi-school zone is filled, outside of it.
        Assert.All(result.Places.Where(place => place.Stage == "unadmitted"), place => Assert.DoesNotContain(place.School!.Value, (string[])["LC004", "LC005"]));
        Assert.Contains(result.Places, place => place.Stage == "unadmitted");
    }

    /// <summary>At the tight school original inhabitants come before homes from 60 m², those before smaller ones, and all of them before the half-consistent.</summary>
    [Fact]
    public void Jinjiang_HomeSizeBands_DecideBeforeDates()
    {
        var (list, result) = Run("jinjiang-order");
        var rows = list.Rows.ToDictionary(row => row.Ticket);
        var zone = list.Rows.Where(row => row.Zone == Rounds.ZoneNumber(1)).ToArray();
        var admitted = result.Places.Where(place => place.Stage == "area").Select(place => place.Ticket).ToHashSet();

        var worstIn = zone.Where(row => admitted.Contains(row.Ticket)).Max(row => (row.Group == "half" ? 10 : 0) + row.Levels[0]);
        var bestOut = zone.Where(row => !admitted.Contains(row.Ticket)).Min(row => (row.Group == "half" ? 10 : 0) + row.Levels[0]);

        Assert.True(worstIn <= bestOut, $"{worstIn} is in and {bestOut} out");
        Assert.Contains(result.Places, place => place.Stage == "everybody" && rows[place.Ticket].Group == "half");
    }

    /// <summary>A very tight school takes the first batch alone; the others' children of its zone go to neighbors, though it has places left.</summary>
    [Fact]
    public void TaiwaneseZone_TightSchool_TakesTheFirstBatchAlone()
    {
        var (list, result) = Run("taiwanese-zone-batches");
        var atTight = result.Places.Where(place => place.School!.Value == "TS001").Select(place => place.Ticket).ToHashSet();
        var later = list.Rows.First(row => row.Zone == Rounds.ZoneNumber(1) && row.Group == "batch-2");

        Assert.All(list.Rows.Where(row => atTight.Contains(row.Ticket)), row => Assert.Equal("batch-1", row.Group));
        Assert.True(atTight.Count < list.Schools[0].Plan);
        Assert.Equal(TriedReason.NotOpen, AdmissionExplanations.Of(result).For(later.Ticket)!.Tried.Single().Reason);
    }

    [Fact]
    public void Luojiang_FiveClassesInThreeBatches_ComeInTheirOrder()
    {
        var (list, result) = Run("luojiang-junior-classes");

        Assert.All(Of(result, list, row => row.Group is "class-1" or "class-2"), place => Assert.Contains(place.Stage, (string[])["first-batch", "everybody"]));
        Assert.All(Of(result, list, row => row.Group is "class-5"), place => Assert.Contains(place.Stage, (string[])["third-batch", "everybody"]));
    }

    /// <summary>Joint public and private admission (公民同招): off the plan, the area direct, others by lot at the school with too many; who is not drawn keeps the public registration.</summary>
    [Fact]
    public void PrivateLot_AreaIsDirect_OthersAreDrawn_NobodyLosesThePublicPlace()
    {
        var (list, result) = Run("private-joint-lot");

        Assert.All(Of(result, list, row => row.Group is "preferential" or "in-area"), place => Assert.NotNull(place.School));
        Assert.Contains(Of(result, list, row => row.Group is "other" && row.Choices[0].Value == "PV001"), place => place.School is null);
        Assert.All(Of(result, list, row => row.Group is "other" && row.Choices[0].Value == "PV002"), place => Assert.NotNull(place.School));
        Assert.Equal(list.Schools[0].Plan, result.Places.Count(place => place.School == list.Schools[0].Code));
        var undrawn = AdmissionExplanations.Of(result).For(result.Places.First(place => place.School is null).Ticket)!;
        Assert.Equal((AdmissionOutcome.PublicRegistration, TriedReason.LotAboveCutOff), (undrawn.Outcome, undrawn.Tried.Single().Reason));
    }

    /// <summary>Junior middle: single-school areas are direct (对口直升), multi-school ones are drawn by ranked choice.</summary>
    [Fact]
    public void Junior_DirectPromotionIsDirect_ZonesAreDrawn()
    {
        var (list, result) = Run("junior-middle");

        Assert.All(Of(result, list, row => row.Zone is not null), place => Assert.Equal("direct-promotion", place.Stage));
        Assert.Contains(result.CutOffs, cut => cut.Stage == "zone-lot" && cut.Last is not null);
        Assert.All(result.Places, place => Assert.NotNull(place.School));
    }

    internal static AdmissionList Read(string name) =>
        Assert.IsType<AdmissionListReading.Read>(AdmissionList.Parse(File.ReadAllLines(Path.Combine(Folder(), name + ".txt")))).List;

    private static (AdmissionList List, AdmissionResult Result) Run(string name)
    {
        var list = Read(name);
        return (list, AdmissionResult.Parse(list, AdmissionRecords.Of(list).Result)!);
    }

    private static IEnumerable<AdmissionPlace> Of(AdmissionResult result, AdmissionList list, Func<AdmissionRow, bool> isOne)
    {
        var tickets = list.Rows.Where(isOne).Select(row => row.Ticket).ToHashSet();
        Assert.NotEmpty(tickets);
        return result.Places.Where(place => tickets.Contains(place.Ticket));
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Enrollment.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No solution above the test's output folder.");
        return Path.Combine(folder.FullName, "seeds", "admission");
    }
}
