using static Enrollment.Domain.Admission.Lists.AdmissionFaultCode;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>Faults of bundles: a bundle is offered what each of its children is, so they must not differ in it.</summary>
internal static class BundleCheck
{
    public static IEnumerable<AdmissionFault> Find(AdmissionList list)
    {
        foreach (var bundle in list.Rows.Where(row => row.Bundle is not null).GroupBy(row => row.Bundle!.Value).OrderBy(bundle => bundle.Key))
        {
            var rows = bundle.ToArray();
            if (rows.Length == 1)
                yield return new AdmissionFault(BundleOfOne, $"bundle {Of(bundle.Key)}");
            if (bundle.Key < 0)
                yield return new AdmissionFault(FieldMalformed, $"bundle {bundle.Key}", "bundle");
            foreach (var what in Differences(rows))
                yield return new AdmissionFault(BundleDiffers, $"bundle {Of(bundle.Key)}", what);
        }
    }

    private static IEnumerable<string> Differences(AdmissionRow[] rows)
    {
        var first = rows[0];
        if (rows.Any(row => row.Group != first.Group))
            yield return "group";
        if (rows.Any(row => !row.Levels.SequenceEqual(first.Levels)))
            yield return "levels";
        if (rows.Any(row => row.Zone != first.Zone || row.ChoiceZone != first.ChoiceZone))
            yield return "zone";
        if (rows.Any(row => !row.Choices.SequenceEqual(first.Choices)))
            yield return "choices";
        if (rows.Any(row => row.Area != first.Area))
            yield return "area";
        if (rows.Any(row => row.OffPlan is null != first.OffPlan is null))
            yield return "off-plan";
        if (rows.Any(row => row.IsLate != first.IsLate))
            yield return "late";
    }
}
