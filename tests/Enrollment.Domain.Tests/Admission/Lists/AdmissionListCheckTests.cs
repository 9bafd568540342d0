using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Domain.Tests.Admission.Lists;

public sealed class AdmissionListCheckTests
{
    private static readonly AdmissionList Sound = Rounds.Of(
        [Rounds.School(1, 3), Rounds.School(2, 3)], [Rounds.Single(1, 1), Rounds.Multi(2, 1, 2)],
        Rounds.Child(1) with { Zone = Rounds.ZoneNumber(1) },
        Rounds.Child(2) with { ChoiceZone = Rounds.ZoneNumber(2), Choices = [Rounds.Code(2), Rounds.Code(1)] });

    [Fact]
    public void Check_SoundList_FindsNothing() => Assert.Empty(Sound.Check());

    public static TheoryData<string, Func<AdmissionList, AdmissionList>> Faults => new()
    {
        { "field-malformed  round", l => l with { Round = "a b" } },
        { "field-malformed  policy", l => l with { Policy = "" } },
        { "field-malformed  year", l => l with { Year = 0 } },
        { "field-malformed LC001 plan", l => WithSchool(l, 0, s => s with { Plan = -1 }) },
        { "field-malformed LC001 name", l => WithSchool(l, 0, s => s with { Name = "a\nb" }) },
        { "field-malformed  order of schools", l => l with { Schools = [l.Schools[1], l.Schools[0]] } },
        { "school-twice LC001", l => WithSchool(l, 1, _ => l.Schools[0]) },
        { "zone-twice Z0001", l => l with { Zones = [l.Zones[0], .. l.Zones] } },
        { "zone-without-school Z0001", l => WithZone(l, 0, z => z with { Schools = [] }) },
        { "zone-with-many-schools Z0001 2", l => WithZone(l, 0, z => z with { Schools = [Rounds.Code(1), Rounds.Code(2)] }) },
        { "zone-school-unknown Z0001 LC009", l => WithZone(l, 0, z => z with { Schools = [Rounds.Code(9)] }) },
        { "zone-school-unknown Z0002 LC001", l => WithZone(l, 1, z => z with { Schools = [Rounds.Code(1), Rounds.Code(1)] }) },
        { "area-twice area 1", l => l with { Areas = [l.Areas[0], l.Areas[0]] } },
        { "distance-missing area 1 LC002", l => l with { Areas = [new HomeArea(1, [100, null])] } },
        { "distance-missing area 1 LC002", l => l with { Areas = [new HomeArea(1, [100])] } },
        { "field-malformed area 1 meters", l => l with { Areas = [new HomeArea(1, [100, -1])] } },
        { "group-twice C1", l => l with { Groups = [Rounds.C1, Rounds.C1] } },
        { "field-malformed C1 group", l => WithLevels(l, []) },
        { "field-malformed  levels", l => l with { Groups = [new OrderGroup("C1", [.. Enumerable.Repeat((IReadOnlyList<string>)["a", "b", "c"], 10)])] } },
        { "field-malformed  order of zones", l => l with { Zones = [l.Zones[1], l.Zones[0]] } },
        { "field-malformed  order of areas", l => l with { Areas = [new HomeArea(2, [1, 1]), l.Areas[0]] } },
        { "stage-twice area", l => l with { Stages = [l.Stages[0], .. l.Stages] } },
        { "stage-group-unknown area C9", l => WithStage(l, 0, s => s with { Groups = ["C1", "C9"] }) },
        { "stage-group-unknown area C1", l => WithStage(l, 0, s => s with { Groups = ["C1", "C1"] }) },
        { "stage-without-school area", l => WithStage(l, 0, s => s with { Scope = StageScope.Private }) },
        { "group-not-placed C1 on-time", l => l with { Stages = [.. l.Stages.SkipLast(1)] } },
        { "group-not-placed C1 on-time", l => WithStage(l, 2, s => s with { Scope = StageScope.PublicNotTight }) },
        { "group-not-placed C1 late", l => WithRow(WithStage(l, 2, s => s with { Entries = StageEntries.OnTime }), 0, r => r with { IsLate = true }) },
        { "ticket-twice 0000000000000001", l => WithRow(l, 1, r => r with { Ticket = Rounds.Ticket(1) }) },
        { "group-unknown 0000000000000001 C9", l => WithRow(l, 0, r => r with { Group = "C9" }) },
        { "level-unknown 0000000000000001", l => WithRow(l, 0, r => r with { Levels = [0] }) },
        { "level-unknown 0000000000000002", l => WithRow(WithRow(WithLevels(l, ["a", "b"]), 0, r => r with { Levels = [1] }), 1, r => r with { Levels = [2] }) },
        { "zone-unknown 0000000000000001 Z0009", l => WithRow(l, 0, r => r with { Zone = Rounds.ZoneNumber(9) }) },
        { "zone-of-other-kind 0000000000000001 Z0002", l => WithRow(l, 0, r => r with { Zone = Rounds.ZoneNumber(2) }) },
        { "zone-of-other-kind 0000000000000001 Z0001", l => WithRow(l, 0, r => r with { ChoiceZone = Rounds.ZoneNumber(1) }) },
        { "area-unknown 0000000000000001 9", l => WithRow(l, 0, r => r with { Area = 9 }) },
        { "choice-outside-offer 0000000000000001 LC002", l => WithRow(l, 0, r => r with { Choices = [Rounds.Code(2)] }) },
        { "choice-outside-offer 0000000000000001 LC009", l => WithRow(l, 0, r => r with { Choices = [Rounds.Code(9)] }) },
        { "choice-twice 0000000000000002 LC002", l => WithRow(l, 1, r => r with { Choices = [Rounds.Code(2), Rounds.Code(2)] }) },
        { "settlement-date-missing 0000000000000001 LC001", l => WithSchool(l, 0, s => s with { Method = AdmissionMethod.SettlementDate }) },
        { "off-plan-stage-missing 0000000000000001", l => WithRow(l, 0, r => r with { OffPlan = OffPlanSeat.Disabled }) },
        { "off-plan-after-others off", l => l with { Stages = [l.Stages[0], Rounds.Stage("off", StageKind.OffPlan, "C1"), .. l.Stages.Skip(1)] } },
        { "plan-below-off-plan LC001 1 0", l => WithSchool(OffPlan(l), 0, s => s with { Plan = 0 }) },
        { "bundle-of-one bundle 7", l => WithRow(l, 0, r => r with { Bundle = 7 }) },
        { "bundle-differs bundle 7 zone", l => Bundled(l, r => r with { Zone = null }) },
        { "bundle-differs bundle 7 choices", l => Bundled(l, r => r with { Choices = [Rounds.Code(1)] }) },
        { "bundle-differs bundle 7 late", l => Bundled(l, r => r with { IsLate = true }) },
        { "bundle-differs bundle 7 off-plan", l => Bundled(l, r => r with { OffPlan = OffPlanSeat.Talent }) },
        { "bundle-differs bundle 7 area", l => Bundled(l, r => r with { Area = 2 }) },
        { "plan-below-bundle bundle 7 2 1", l => WithSchool(WithSchool(Bundled(l, r => r), 0, s => s with { Plan = 1 }), 1, s => s with { Plan = 1 }) },
        { "seats-short  2 1 1", l => WithSchool(WithSchool(l, 0, s => s with { Plan = 1 }), 1, s => s with { Plan = 0 }) },
        { "seats-short  2 0 2", l => WithSchool(WithSchool(l, 0, s => s with { Authority = SchoolAuthority.Private }), 1, s => s with { Plan = 0 }) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_FaultyList_NamesTheFault(string fault, Func<AdmissionList, AdmissionList> spoil) =>
        Assert.Contains(fault, spoil(Sound).Check().Select(found => found.ToString()));

    [Fact]
    public void Faults_OfAllCodes_AreThere()
    {
        var words = Faults.Select(row => ((string)row[0]!).Split(' ')[0]).Distinct().Order(StringComparer.Ordinal);
        var codes = Enum.GetValues<AdmissionFaultCode>().Select(code => new AdmissionFault(code, "").ToString()).Order(StringComparer.Ordinal);

        Assert.Equal(codes, words);
    }

    [Fact]
    public void Check_SeveralFaults_NamesThemAll() =>
        Assert.Equal(
            ["field-malformed  year", "zone-unknown 0000000000000001 Z0009", "area-unknown 0000000000000002 5"],
            WithRow(WithRow(Sound with { Year = 0 }, 0, r => r with { Zone = Rounds.ZoneNumber(9) }), 1, r => r with { Area = 5 }).Check().Select(fault => fault.ToString()));

    [Fact]
    public void Parse_EveryLineSpoiled_IsMalformedThere()
    {
        var lines = Sound.ToLines();
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var spoiled in new[] { lines[i] + " ", " " + lines[i], "", lines[i] + "x y" })
            {
                IReadOnlyList<string> read = [.. lines.Take(i), spoiled, .. lines.Skip(i + 1)];
                // Another name or level is as canonical as the one before: then the same lines are written again.
                if (AdmissionList.Parse(read) is AdmissionListReading.Malformed malformed)
                    Assert.Equal(i + 1, malformed.Line);
                else
                    Assert.Equal(read, Assert.IsType<AdmissionListReading.Read>(AdmissionList.Parse(read)).List.ToLines());
            }
            Assert.IsType<AdmissionListReading.Malformed>(AdmissionList.Parse([.. lines.Take(i)]));
        }
        Assert.IsType<AdmissionListReading.Malformed>(AdmissionList.Parse([.. lines, ""]));
    }

    private static AdmissionList OffPlan(AdmissionList list) => WithRow(
        list with { Stages = [Rounds.Stage("off", StageKind.OffPlan, "C1"), .. list.Stages] }, 0, r => r with { OffPlan = OffPlanSeat.Disabled });

    private static AdmissionList Bundled(AdmissionList list, Func<AdmissionRow, AdmissionRow> differ)
    {
        var first = list.Rows[0] with { Bundle = 7 };
        return list with { Rows = [first, differ(first with { Ticket = list.Rows[1].Ticket })] };
    }

    private static AdmissionList WithLevels(AdmissionList list, string[] levels) => list with { Groups = [new OrderGroup("C1", [levels])] };

    private static AdmissionList WithSchool(AdmissionList list, int at, Func<RoundSchool, RoundSchool> change) =>
        list with { Schools = [.. list.Schools.Select((school, i) => i == at ? change(school) : school)] };

    private static AdmissionList WithZone(AdmissionList list, int at, Func<RoundZone, RoundZone> change) =>
        list with { Zones = [.. list.Zones.Select((zone, i) => i == at ? change(zone) : zone)] };

    private static AdmissionList WithStage(AdmissionList list, int at, Func<Stage, Stage> change) =>
        list with { Stages = [.. list.Stages.Select((stage, i) => i == at ? change(stage) : stage)] };

    private static AdmissionList WithRow(AdmissionList list, int at, Func<AdmissionRow, AdmissionRow> change) =>
        list with { Rows = [.. list.Rows.Select((row, i) => i == at ? change(row) : row)] };
}
