using System.Globalization;
using System.Text;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Admission;

/// <summary>Admission lists for tests, with only what matters spelled out.</summary>
internal static class Rounds
{
    public static readonly OrderGroup C1 = new("C1", []);

    public static SchoolCode Code(int school) => SchoolCode.Parse(string.Create(CultureInfo.InvariantCulture, $"LC{school:000}"));

    public static ZoneCode ZoneNumber(int zone) => ZoneCode.Parse(string.Create(CultureInfo.InvariantCulture, $"Z{zone:0000}"));

    public static RowCode Ticket(int row) => RowCode.Of((ulong)row);

    public static DrawSeed Seed(int number) => new(Digest.Of(Encoding.ASCII.GetBytes($"admission {number}")));

    /// <summary>A public school that decides by lot.</summary>
    public static RoundSchool School(int number, int plan) => new(Code(number), SchoolAuthority.District, plan, IsTight: false, AdmissionMethod.Lot, $"School {number}");

    public static RoundZone Single(int number, int school) => new(ZoneNumber(number), IsMulti: false, [Code(school)]);

    public static RoundZone Multi(int number, params int[] schools) => new(ZoneNumber(number), IsMulti: true, [.. schools.Select(Code)]);

    /// <summary>A child of group C1 in home area 1.</summary>
    public static AdmissionRow Child(int row) => new(Ticket(row), "C1", [], Settled: null, ParentSettled: null, Zone: null, ChoiceZone: null, [], Bundle: null, OffPlan: null, IsLate: false, Area: 1);

    public static Stage Stage(string code, StageKind kind, params string[] groups) => new(code, kind, groups, StageEntries.OnTime, StageScope.Public, StageRule.AsTheSchool);

    /// <summary>Group C1, area schools, then ranked zones, then everybody by the walk; area 1 lies nearer to schools of smaller number.</summary>
    public static AdmissionList Of(IReadOnlyList<RoundSchool> schools, IReadOnlyList<RoundZone> zones, params AdmissionRow[] rows) => new(
        "test", 2026, "licheng-2026", BundleMode.OverAdmit, RestRule.Nobody, schools, zones, [new HomeArea(1, [.. schools.Select((_, s) => (int?)(100 * (s + 1)))])], [C1],
        [
            Stage("area", StageKind.AreaSchool, "C1"),
            Stage("zone", StageKind.ZoneChoices, "C1"),
            new Stage("rest", StageKind.Coordinated, ["C1"], StageEntries.All, StageScope.Public, StageRule.AsTheSchool),
        ],
        rows);
}
