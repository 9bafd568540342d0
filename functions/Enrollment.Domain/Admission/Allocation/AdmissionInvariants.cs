using Enrollment.Domain.Admission.Allocation.Checking;
using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>What every result must hold, looked at without drawing or placing anything (docs/admission.md).</summary>
public static class AdmissionInvariants
{
    /// <summary>Everything that does not hold; empty for a result as it must be.</summary>
    public static IReadOnlyList<AdmissionViolation> Check(AdmissionList list, AdmissionResult result)
    {
        if (ChildCheck.Find(list, result) is { Count: > 0 } children)
            return children;
        var index = new ResultIndex(list, result);
        if (UnitCheck.Find(index) is { Count: > 0 } units)
            return units;
        return [.. PlanCheck.Find(index), .. ClaimCheck.Find(index), .. WalkCheck.Find(index), .. CutOffCheck.Find(index)];
    }
}

/// <summary>One thing that does not hold.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Subject">A ticket, a school or <c>bundle 7</c>.</param>
/// <param name="Detail">Codes and figures, blank-separated; may be empty.</param>
public sealed record AdmissionViolation(AdmissionViolationCode Code, string Subject, string Detail = "");

/// <summary>Kinds of violation. Added to, never renamed.</summary>
public enum AdmissionViolationCode
{
    /// <summary>A child stands in the result twice.</summary>
    ChildTwice,
    /// <summary>A child of the result is not in the list.</summary>
    ChildUnknown,
    /// <summary>A child has no outcome.</summary>
    ChildWithoutOutcome,
    /// <summary>A child has a place at a school, or by a stage, that did not offer it. Detail: school and stage.</summary>
    PlaceNotOffered,
    /// <summary>A school has more children than its plan, not counting a bundle's documented excess. Detail: children, plan, excess allowed.</summary>
    AbovePlan,
    /// <summary>Children of a bundle are at different schools, or have different lot numbers.</summary>
    BundleApart,
    /// <summary>A child had a claim to a place at a school that it wanted more and that went to somebody later in order, or to nobody. Detail: school and stage.</summary>
    PassedOver,
    /// <summary>A coordinated stage could have walked less. Detail: stage and group.</summary>
    WalksTooFar,
    /// <summary>Two lots have one number, or a number is missing.</summary>
    LotsNotDrawn,
    /// <summary>A cut-off is not what the places say. Detail: stage.</summary>
    CutOffWrong,
}
