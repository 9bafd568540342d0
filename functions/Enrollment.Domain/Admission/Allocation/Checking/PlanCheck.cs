using Enrollment.Domain.Admission.Lists;
using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>No school above its plan. The one excess there may be is that of the bundle that got the last place: its size less 1 at the most.</summary>
internal static class PlanCheck
{
    public static IEnumerable<AdmissionViolation> Find(ResultIndex index)
    {
        for (var school = 0; school < index.Fronts.Length; school++)
        {
            var (front, plan) = (index.Fronts[school], index.Offers.List.Schools[school].Plan);
            var total = front.TakenBefore(front.Units.Length);
            if (total > plan && !MayExceed(index, front.Units[^1], plan - front.TakenBefore(front.Units.Length - 1)))
                yield return new AdmissionViolation(AbovePlan, index.Offers.List.Schools[school].Code.Value, $"{Of(total)} {Of(plan)}");
        }
    }

    private static bool MayExceed(ResultIndex index, int unit, int left)
    {
        var stage = index.Offers.List.Stages[index.Stages[unit]];
        return left > 0 && index.Units.SizeOf(unit) > 1
            && (stage.Kind is StageKind.Coordinated ? OfferCheck.IsForEverybody(stage) : index.Offers.List.Bundles is BundleMode.OverAdmit);
    }
}
