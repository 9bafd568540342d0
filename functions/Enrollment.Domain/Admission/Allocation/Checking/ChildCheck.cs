using Enrollment.Domain.Admission.Lists;
using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>Is every child there, once, with an outcome the list allows?</summary>
internal static class ChildCheck
{
    public static IReadOnlyList<AdmissionViolation> Find(AdmissionList list, AdmissionResult result)
    {
        var listed = list.Rows.Select(row => row.Ticket).ToHashSet();
        var schools = list.Schools.Select(school => school.Code).ToHashSet();
        var stages = list.Stages.Select(stage => stage.Code).ToHashSet(StringComparer.Ordinal);
        var placed = result.Places.GroupBy(place => place.Ticket).ToDictionary(same => same.Key, same => same.Count());
        return
        [
            .. placed.Where(same => same.Value > 1).Select(same => new AdmissionViolation(ChildTwice, same.Key.ToString())),
            .. placed.Keys.Where(ticket => !listed.Contains(ticket)).Select(ticket => new AdmissionViolation(ChildUnknown, ticket.ToString())),
            .. listed.Where(ticket => !placed.ContainsKey(ticket)).Select(ticket => new AdmissionViolation(ChildWithoutOutcome, ticket.ToString())),
            .. result.Places.Where(place => !IsOutcome(place)).Select(place => new AdmissionViolation(ChildWithoutOutcome, place.Ticket.ToString())),
        ];

        bool IsOutcome(AdmissionPlace place) => place.School is null
            ? place.Stage is null && list.Rest is RestRule.PublicRegistration
            : schools.Contains(place.School) && place.Stage is not null && stages.Contains(place.Stage);
    }
}
