using CsCheck;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Domain.Tests.Admission;

/// <summary>Small districts with everything a round can have, and places for every child.</summary>
internal static class RandomDistricts
{
    private static readonly OrderGroup[] Groups = [new("C1", [["original", "home60", "small"]]), new("C3", []), new("C7", [["permit-insured", "permit"]])];

    public static readonly Gen<AdmissionList> Any = Of(Gen.Int[0, 4], Gen.Int[0, 14]);

    /// <summary>With few places anywhere but at the first school, so that many are turned away.</summary>
    public static readonly Gen<AdmissionList> Crowded = Of(Gen.Int[1, 2], Gen.Int[10, 14]);

    private static Gen<AdmissionList> Of(Gen<int> plans, Gen<int> children) =>
        from isPreDraw in Gen.Bool
        from program in Gen.Int[0, 2]
        from schools in Gen.Select(plans, Gen.Int[0, 7], (plan, kind) => (plan, kind)).Array[2, 5]
        from walks in Gen.Int[0, 5].Array[20]
        from single in Gen.Int[0, 99].Array[2]
        from multi in Gen.Bool.Array[5]
        from count in children
        from seeds in Gen.Int[0, 1 << 28].Array[count]
        from pairing in Gen.Int[0, 3].Select(kind => kind == 0).Array[14]
        select Provided(new AdmissionList("random", 2026, "licheng-2026", isPreDraw ? BundleMode.PreDraw : BundleMode.OverAdmit, RestRule.Nobody,
            [.. schools.Select((school, s) => SchoolOf(s, school.plan, school.kind))], Zones(schools.Length, single, multi),
            [.. Enumerable.Range(0, 4).Select(a => new HomeArea(a + 1, [.. schools.Select((_, s) => (int?)(100 * walks[5 * a + s]))]))],
            Groups, Stages(program), Rows(seeds, pairing, schools.Length, multi)));

    /// <summary>The first is always an ordinary district school.</summary>
    private static RoundSchool SchoolOf(int s, int plan, int kind) => new(Rounds.Code(s + 1),
        s == 0 || kind > 1 ? SchoolAuthority.District : kind == 1 ? SchoolAuthority.Municipal : SchoolAuthority.Private,
        plan, IsTight: s > 0 && kind is 2 or 3, kind % 2 == 0 ? AdmissionMethod.Lot : AdmissionMethod.SettlementDate, $"School {s + 1}");

    private static RoundZone[] Zones(int schools, int[] single, bool[] multi) =>
    [
        Rounds.Single(1, single[0] % schools + 1),
        Rounds.Single(2, single[1] % schools + 1),
        Rounds.Multi(3, InMulti(schools, multi)),
    ];

    private static int[] InMulti(int schools, bool[] multi) => [.. Enumerable.Range(0, schools).Where(s => s == 0 || multi[s]).Select(s => s + 1)];

    private static Stage[] Stages(int program)
    {
        Stage[] offPlan = [new("off-plan", StageKind.OffPlan, ["C1", "C3", "C7"], StageEntries.All, StageScope.Public, StageRule.AsTheSchool)];
        Stage[] end =
        [
            new("migrants", StageKind.AnyChoices, ["C7"], StageEntries.OnTime, StageScope.All, StageRule.Lot),
            new("rest", StageKind.Coordinated, ["C1", "C3", "C7"], StageEntries.OnTime, StageScope.Public, StageRule.AsTheSchool),
            new("late", StageKind.Coordinated, ["C1", "C3", "C7"], StageEntries.Late, StageScope.Public, StageRule.AsTheSchool),
        ];
        Stage area = new("area", StageKind.AreaSchool, ["C1"], StageEntries.OnTime, StageScope.Public, StageRule.AsTheSchool);
        Stage zone = new("zone", StageKind.ZoneChoices, ["C1"], StageEntries.OnTime, StageScope.All, StageRule.AsTheSchool);
        return program switch
        {
            0 => [.. offPlan, area, new Stage("unadmitted", StageKind.Coordinated, ["C1"], StageEntries.OnTime, StageScope.PublicOutsideChoiceZones, StageRule.AsTheSchool), zone, .. end],
            1 => [.. offPlan, zone, area with { Groups = ["C1", "C3"], Scope = StageScope.PublicNotTight },
                new Stage("unbound", StageKind.Coordinated, ["C3"], StageEntries.OnTime, StageScope.DistrictNotTight, StageRule.AsTheSchool), .. end],
            _ => [.. offPlan, area with { Rule = StageRule.SettlementDate }, zone with { Groups = ["C3", "C1"], Rule = StageRule.Lot }, .. end],
        };
    }

    private static AdmissionRow[] Rows(int[] seeds, bool[] pairing, int schools, bool[] multi)
    {
        var rows = seeds.Select((seed, i) => Row(i + 1, seed, schools, InMulti(schools, multi))).ToArray();
        for (var i = 1; i < rows.Length; i++)
        {
            // A row joins the one before it: bundles of two and, seldom, more.
            if (!pairing[i])
                continue;
            var bundle = rows[i - 1].Bundle ?? i;
            rows[i - 1] = rows[i - 1] with { Bundle = bundle };
            rows[i] = rows[i - 1] with { Ticket = rows[i].Ticket, Settled = rows[i].Settled };
        }
        return rows;
    }

    private static AdmissionRow Row(int number, int seed, int schools, int[] zoneSchools)
    {
        var group = Groups[Take(ref seed, 4) switch { 0 or 1 => 0, 2 => 1, _ => 2 }];
        int[] levels = [.. group.SubOrders.Select(level => Take(ref seed, level.Count))];
        var (settled, parent) = (new DateOnly(2019, 1, 1).AddDays(Take(ref seed, 3)), Take(ref seed, 3));
        var (zone, isOffPlan, isLate, area) = (Take(ref seed, 4), Take(ref seed, 9) == 0, Take(ref seed, 9) == 0, Take(ref seed, 4) + 1);
        var count = Take(ref seed, 4);
        // Who lies in no multi-school zone and is no migrant has nothing to rank.
        var isRanking = !isLate && !isOffPlan;
        int[] offer = isRanking && group.Code == "C7" ? [.. Enumerable.Range(1, schools)] : isRanking && group.Code == "C1" && zone >= 2 ? zoneSchools : [];
        var rotated = offer.Length == 0 ? [] : offer.Skip(Take(ref seed, offer.Length)).Concat(offer.Take(seed % offer.Length)).Distinct().Take(count);
        return new AdmissionRow(Rounds.Ticket(number), group.Code, levels, settled, parent == 0 ? null : settled.AddDays(-parent),
            zone is 0 or 1 ? Rounds.ZoneNumber(zone + 1) : null, zone >= 2 ? Rounds.ZoneNumber(3) : null, [.. rotated.Select(Rounds.Code)],
            Bundle: null, isOffPlan ? (OffPlanSeat)(number % 4) : null, isLate, area);
    }

    private static int Take(ref int seed, int below)
    {
        var taken = seed % below;
        seed /= below;
        return taken;
    }

    /// <summary>With as many more places as the list's faults ask for.</summary>
    private static AdmissionList Provided(AdmissionList list)
    {
        while (list.Check() is [var fault, ..])
        {
            var (school, more) = fault.Code switch
            {
                AdmissionFaultCode.SeatsShort => (list.Rows.Count % 2 == 0 ? 0 : list.Rows.Count % list.Schools.Count, 1),
                AdmissionFaultCode.PlanBelowOffPlan => (list.Schools.Select((s, i) => (s, i)).First(pair => pair.s.Code.Value == fault.Subject).i, 1),
                AdmissionFaultCode.PlanBelowBundle => (0, 1),
                AdmissionFaultCode.StageWithoutSchool => (-1, 0),
                _ => throw new InvalidOperationException(fault.ToString()),
            };
            if (school >= 0 && fault.Code is AdmissionFaultCode.SeatsShort && list.Schools[school].Authority is SchoolAuthority.Private)
                school = 0;
            list = school < 0
                ? list with { Stages = [.. list.Stages.Where(stage => stage.Code != fault.Subject)] }
                : list with { Schools = [.. list.Schools.Select((s, i) => i == school ? s with { Plan = s.Plan + more } : s)] };
        }
        return list;
    }
}
