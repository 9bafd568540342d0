using static Enrollment.Domain.Admission.Lists.AdmissionFaultCode;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>Faults of everything above the rows.</summary>
internal static class HeaderCheck
{
    // As many as keep every sum of a round within its integers.
    private const int LargestPlan = 1_000_000;
    private const int LongestWalk = 1_000_000;
    private const int MostYear = 9999;
    // Group and levels are one number of 15 bits in a stage's order.
    private const int MostTiers = 32_767;

    public static IEnumerable<AdmissionFault> Find(AdmissionList list) => [.. Fields(list), .. Schools(list), .. Zones(list), .. Areas(list), .. Groups(list), .. Stages(list)];

    private static IEnumerable<AdmissionFault> Fields(AdmissionList list)
    {
        if (!AdmissionListText.IsCode(list.Round))
            yield return new AdmissionFault(FieldMalformed, "", "round");
        if (!AdmissionListText.IsCode(list.Policy))
            yield return new AdmissionFault(FieldMalformed, "", "policy");
        if (list.Year is < 1 or > MostYear)
            yield return new AdmissionFault(FieldMalformed, "", "year");
    }

    private static IEnumerable<AdmissionFault> Schools(AdmissionList list)
    {
        foreach (var school in list.Schools)
        {
            if (school.Plan is < 0 or > LargestPlan)
                yield return new AdmissionFault(FieldMalformed, school.Code.Value, "plan");
            if (!AdmissionListText.IsName(school.Name))
                yield return new AdmissionFault(FieldMalformed, school.Code.Value, "name");
        }
        foreach (var code in Twice(list.Schools.Select(school => school.Code.Value)))
            yield return new AdmissionFault(SchoolTwice, code);
        if (!IsAscending(list.Schools.Select(school => school.Code.Value)))
            yield return new AdmissionFault(FieldMalformed, "", "order of schools");
    }

    private static IEnumerable<AdmissionFault> Zones(AdmissionList list)
    {
        var known = list.Schools.Select(school => school.Code).ToHashSet();
        foreach (var zone in list.Zones)
        {
            if (zone.Schools.Count == 0)
                yield return new AdmissionFault(ZoneWithoutSchool, zone.Code.Value);
            if (zone.Schools.Count > 1 && !zone.IsMulti)
                yield return new AdmissionFault(ZoneWithManySchools, zone.Code.Value, Of(zone.Schools.Count));
            foreach (var school in zone.Schools.Where(school => !known.Contains(school)))
                yield return new AdmissionFault(ZoneSchoolUnknown, zone.Code.Value, school.Value);
            foreach (var school in Twice(zone.Schools.Select(school => school.Value)))
                yield return new AdmissionFault(ZoneSchoolUnknown, zone.Code.Value, school);
        }
        foreach (var code in Twice(list.Zones.Select(zone => zone.Code.Value)))
            yield return new AdmissionFault(ZoneTwice, code);
        if (!IsAscending(list.Zones.Select(zone => zone.Code.Value)))
            yield return new AdmissionFault(FieldMalformed, "", "order of zones");
    }

    private static IEnumerable<AdmissionFault> Areas(AdmissionList list)
    {
        foreach (var area in list.Areas)
        {
            for (var s = 0; s < list.Schools.Count; s++)
            {
                if (s >= area.Meters.Count || area.Meters[s] is null)
                    yield return new AdmissionFault(DistanceMissing, $"area {Of(area.Id)}", list.Schools[s].Code.Value);
            }
            if (area.Id < 1 || area.Meters.Count > list.Schools.Count || area.Meters.Any(meters => meters is < 0 or > LongestWalk))
                yield return new AdmissionFault(FieldMalformed, $"area {Of(area.Id)}", "meters");
        }
        foreach (var id in Twice(list.Areas.Select(area => Of(area.Id))))
            yield return new AdmissionFault(AreaTwice, $"area {id}");
        if (list.Areas.Zip(list.Areas.Skip(1)).Any(pair => pair.First.Id > pair.Second.Id))
            yield return new AdmissionFault(FieldMalformed, "", "order of areas");
    }

    private static IEnumerable<AdmissionFault> Groups(AdmissionList list)
    {
        foreach (var group in list.Groups)
        {
            if (!AdmissionListText.IsCode(group.Code) || group.SubOrders.Any(levels => levels.Count == 0 || !levels.All(AdmissionListText.IsCode)))
                yield return new AdmissionFault(FieldMalformed, group.Code, "group");
        }
        var tiers = list.Groups.Sum(group => group.SubOrders.Aggregate(1L, (product, levels) => Math.Min(product * levels.Count, MostTiers + 1)));
        if (tiers > MostTiers)
            yield return new AdmissionFault(FieldMalformed, "", "levels");
        foreach (var code in Twice(list.Groups.Select(group => group.Code)))
            yield return new AdmissionFault(GroupTwice, code);
    }

    private static IEnumerable<AdmissionFault> Stages(AdmissionList list)
    {
        var known = list.Groups.Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        var isOtherBefore = false;
        foreach (var stage in list.Stages)
        {
            if (!AdmissionListText.IsCode(stage.Code) || stage.Groups.Count == 0)
                yield return new AdmissionFault(FieldMalformed, stage.Code, "stage");
            foreach (var group in stage.Groups.Where(group => !known.Contains(group)).Concat(Twice(stage.Groups)))
                yield return new AdmissionFault(StageGroupUnknown, stage.Code, group);
            if (isOtherBefore && stage.Kind is StageKind.OffPlan)
                yield return new AdmissionFault(OffPlanAfterOthers, stage.Code);
            isOtherBefore |= stage.Kind is not StageKind.OffPlan;
        }
        foreach (var code in Twice(list.Stages.Select(stage => stage.Code)))
            yield return new AdmissionFault(StageTwice, code);
    }

    private static IEnumerable<string> Twice(IEnumerable<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key);

    private static bool IsAscending(IEnumerable<string> codes) => codes.Zip(codes.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) <= 0);
}
