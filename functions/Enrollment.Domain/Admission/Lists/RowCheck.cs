using Enrollment.Domain.Admission.Supply;
using static Enrollment.Domain.Admission.Lists.AdmissionFaultCode;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>Faults of single rows.</summary>
internal static class RowCheck
{
    public static IEnumerable<AdmissionFault> Find(AdmissionList list)
    {
        // The first of a code that stands twice: that it does is a fault of the header already.
        var groups = list.Groups.DistinctBy(group => group.Code, StringComparer.Ordinal).ToDictionary(group => group.Code, StringComparer.Ordinal);
        var zones = list.Zones.DistinctBy(zone => zone.Code).ToDictionary(zone => zone.Code);
        var areas = list.Areas.Select(area => area.Id).ToHashSet();
        var schools = list.Schools.Select(school => school.Code).ToHashSet();
        foreach (var ticket in list.Rows.GroupBy(row => row.Ticket).Where(same => same.Skip(1).Any()).Select(same => same.Key))
            yield return new AdmissionFault(TicketTwice, ticket.ToString());
        foreach (var row in list.Rows)
        {
            foreach (var (code, detail) in Faults(row, groups, zones))
                yield return new AdmissionFault(code, row.Ticket.ToString(), detail);
            if (!areas.Contains(row.Area))
                yield return new AdmissionFault(AreaUnknown, row.Ticket.ToString(), Of(row.Area));
            foreach (var choice in row.Choices.Where(choice => !schools.Contains(choice)))
                yield return new AdmissionFault(ChoiceOutsideOffer, row.Ticket.ToString(), choice.Value);
        }
    }

    private static IEnumerable<(AdmissionFaultCode Code, string Detail)> Faults(AdmissionRow row, Dictionary<string, OrderGroup> groups, Dictionary<ZoneCode, RoundZone> zones)
    {
        if (!groups.TryGetValue(row.Group, out var group))
            yield return (GroupUnknown, row.Group);
        else if (row.Levels.Count != group.SubOrders.Count || row.Levels.Zip(group.SubOrders).Any(pair => pair.First < 0 || pair.First >= pair.Second.Count))
            yield return (LevelUnknown, "");
        foreach (var (code, isMulti) in new[] { (row.Zone, false), (row.ChoiceZone, true) })
        {
            if (code is null)
                continue;
            if (!zones.TryGetValue(code, out var zone))
                yield return (ZoneUnknown, code.Value);
            else if (zone.IsMulti != isMulti)
                yield return (ZoneOfOtherKind, code.Value);
        }
        for (var i = 1; i < row.Choices.Count; i++)
        {
            if (row.Choices.Take(i).Contains(row.Choices[i]))
                yield return (ChoiceTwice, row.Choices[i].Value);
        }
    }
}
