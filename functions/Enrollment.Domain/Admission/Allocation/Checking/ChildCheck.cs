using Enrollment.Domain.Admission.Lists;
using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>Is every child there, once, with an outcome the list allows?</summary>
internal static class ChildCheck
{
    public static IReadOnlyList<AdmissionViolation> Find(AdmissionList list, AdmissionResult result)
    {
        var listed = list.Rows.Select(row => row.Ticket).ToHashSet();
        var placed = result.Places.GroupBy(place => place.Ticket).ToDictionary(same => same.Key, same => same.Count());
        return
        [
            .. placed.Where(same => same.Value > 1).Select(same => new AdmissionViolation(ChildTwice, same.Key.ToString())),
            .. placed.Keys.Where(ticket => !listed.Contains(ticket)).Select(ticket => new AdmissionViolation(ChildUnknown, ticket.ToString())),
            .. listed.Where(ticket => !placed.ContainsKey(ticket)).Select(ticket => new AdmissionViolation(ChildWithoutOutcome, ticket.ToString())),
            .. result.Places.Where(place => !IsOutcome(list, place)).Select(place => new AdmissionViolation(ChildWithoutOutcome, place.Ticket.ToString())),
        ];
    }

    private static bool IsOutcome(AdmissionList list, AdmissionPlace place) => place.School is null
        ? place.Stage is null && list.Rest is RestRule.PublicRegistration
        : list.Schools.Any(school => school.Code == place.School) && list.Stages.Any(stage => stage.Code == place.Stage);
}
