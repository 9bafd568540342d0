using static Enrollment.Domain.Admission.Lists.AdmissionFaultCode;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>Finds what keeps a list from being sealed: first what each part says, then, if that is sound, whether a round can be run from it.</summary>
internal static class AdmissionListCheck
{
    public static IReadOnlyList<AdmissionFault> Find(AdmissionList list)
    {
        List<AdmissionFault> faults = [.. HeaderCheck.Find(list), .. RowCheck.Find(list), .. BundleCheck.Find(list), .. Seats(list)];
        return faults.All(fault => fault.Code is SeatsShort) ? [.. faults, .. OfferCheck.Find(new StageOffers(list))] : faults;
    }

    private static IEnumerable<AdmissionFault> Seats(AdmissionList list)
    {
        var places = list.Schools.Where(school => school.Authority is not Supply.SchoolAuthority.Private).Sum(school => (long)school.Plan);
        if (list.Rest is RestRule.Nobody && list.Rows.Count > places)
            yield return new AdmissionFault(SeatsShort, "", $"{Of(list.Rows.Count)} {Of((int)places)} {Of(list.Rows.Count - (int)places)}");
    }
}
