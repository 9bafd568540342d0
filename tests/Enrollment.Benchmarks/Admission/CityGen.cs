using System.Globalization;
using Enrollment.Benchmarks.Placement;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Placement;

namespace Enrollment.Benchmarks.Admission;

/// <summary>An invented city on a grid: homes go to the nearest school's zone, so that some schools are overfull and others not.</summary>
internal sealed class CityGen
{
    private const int Side = 40_000;
    private const int SchoolsInChoiceZone = 4;
    private const int HomesPerArea = 40;
    private readonly SplitMix _chance = new(20260701);
    private readonly int _schools;
    private readonly (int X, int Y)[] _places;
    private readonly HomeArea[] _areas;
    private readonly int[] _nearest;

    private CityGen(int children, int schools)
    {
        _schools = schools;
        _places = [.. Enumerable.Range(0, schools).Select(_ => Place())];
        _areas = [.. Enumerable.Range(1, children / HomesPerArea).Select(id => new HomeArea(id, Walks(Place())))];
        _nearest = [.. _areas.Select(area => Enumerable.Range(0, schools).MinBy(s => area.Meters[s]))];
    }

    /// <summary>A list of so many children and schools with 5 % more places than children.</summary>
    public static AdmissionList Make(int children, int schools)
    {
        var city = new CityGen(children, schools);
        var plan = (children * 105L / 100 + schools - 1) / schools;
        return new AdmissionList("bench", 2026, "bench", BundleMode.OverAdmit, RestRule.Nobody,
            [.. Enumerable.Range(0, schools).Select(s => new RoundSchool(Code(s), SchoolAuthority.District, (int)plan, s % 10 == 0, s % 3 == 0 ? AdmissionMethod.SettlementDate : AdmissionMethod.Lot, $"School {s}"))],
            city.Zones(), city._areas, [new OrderGroup("C1", []), new OrderGroup("C2", []), new OrderGroup("C3", []), new OrderGroup("C7", [["insured", "permit"]])],
            Stages(), city.Rows(children));
    }

    private static Stage[] Stages() =>
    [
        new("off-plan", StageKind.OffPlan, ["C2"], StageEntries.All, StageScope.Public, StageRule.AsTheSchool),
        new("area", StageKind.AreaSchool, ["C1"], StageEntries.OnTime, StageScope.Public, StageRule.AsTheSchool),
        new("unadmitted", StageKind.Coordinated, ["C1"], StageEntries.OnTime, StageScope.PublicOutsideChoiceZones, StageRule.AsTheSchool),
        new("zones", StageKind.ZoneChoices, ["C1"], StageEntries.OnTime, StageScope.Public, StageRule.Lot),
        new("coordinated", StageKind.Coordinated, ["C1", "C3"], StageEntries.OnTime, StageScope.Public, StageRule.AsTheSchool),
        new("migrants", StageKind.AnyChoices, ["C7"], StageEntries.OnTime, StageScope.Public, StageRule.Lot),
        new("everybody", StageKind.Coordinated, ["C7"], StageEntries.OnTime, StageScope.Public, StageRule.AsTheSchool),
        new("late", StageKind.Coordinated, ["C1", "C3", "C7"], StageEntries.Late, StageScope.Public, StageRule.AsTheSchool),
    ];

    private static SchoolCode Code(int school) => SchoolCode.Parse(string.Create(CultureInfo.InvariantCulture, $"LC{school:000}"));

    private static ZoneCode Zone(int number) => ZoneCode.Parse(string.Create(CultureInfo.InvariantCulture, $"Z{number:0000}"));

    /// <summary>A fifth of the schools stand in multi-school zones.</summary>
    private static bool IsInChoiceZone(int school) => school / SchoolsInChoiceZone % 5 == 4;

    private static int FirstInChoiceZone(int school) => school / SchoolsInChoiceZone * SchoolsInChoiceZone;

    private RoundZone[] Zones() =>
    [
        .. Enumerable.Range(0, _schools).Where(s => !IsInChoiceZone(s)).Select(s => new RoundZone(Zone(s), IsMulti: false, [Code(s)])),
        .. Enumerable.Range(0, _schools).Where(s => IsInChoiceZone(s) && s == FirstInChoiceZone(s))
            .Select(s => new RoundZone(Zone(5000 + s), IsMulti: true, [.. Enumerable.Range(s, Math.Min(SchoolsInChoiceZone, _schools - s)).Select(Code)])),
    ];

    private (int X, int Y) Place() => (_chance.Below(Side), _chance.Below(Side));

    private int?[] Walks((int X, int Y) home) => [.. _places.Select(place => (int?)(Math.Abs(place.X - home.X) + Math.Abs(place.Y - home.Y)))];

    private AdmissionRow[] Rows(int children)
    {
        var rows = new AdmissionRow[children];
        for (var i = 0; i < children; i++)
        {
            rows[i] = Row(i);
            // One child in a hundred has a twin.
            if (i > 0 && i % 100 == 0 && rows[i - 1].OffPlan is null)
            {
                rows[i - 1] = rows[i - 1] with { Bundle = i };
                rows[i] = rows[i - 1] with { Ticket = rows[i].Ticket };
            }
        }
        return rows;
    }

    private AdmissionRow Row(int number)
    {
        var (area, kind) = (_chance.Below(_areas.Length), _chance.Below(100));
        var (near, ticket) = (_nearest[area], RowCode.Of(_chance.Next()));
        var group = kind < 70 ? "C1" : kind < 79 ? "C3" : kind < 80 ? "C2" : "C7";
        var isChoosing = group == "C1" && IsInChoiceZone(near);
        int[] offer = isChoosing ? [.. Enumerable.Range(FirstInChoiceZone(near), SchoolsInChoiceZone).Where(s => s < _schools)] : group == "C7" ? [near, _chance.Below(_schools), _chance.Below(_schools)] : [];
        return new AdmissionRow(ticket, group, group == "C7" ? [_chance.Below(2)] : [], new DateOnly(2018, 1, 1).AddDays(_chance.Below(2900)), ParentSettled: null,
            IsInChoiceZone(near) ? null : Zone(near), IsInChoiceZone(near) ? Zone(5000 + FirstInChoiceZone(near)) : null,
            [.. offer.Distinct().OrderBy(s => _areas[area].Meters[s]).Select(Code)], Bundle: null, group == "C2" ? OffPlanSeat.Preferential : null,
            IsLate: group != "C2" && offer.Length == 0 && number % 50 == 0, area + 1);
    }
}
