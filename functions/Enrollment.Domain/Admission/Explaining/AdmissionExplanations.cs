using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Explaining;

/// <summary>Explanations of a result: index once, then ask for any child.</summary>
public sealed class AdmissionExplanations
{
    private AdmissionExplanations(AdmissionResult result) => Result = result;

    internal AdmissionResult Result { get; }

    /// <summary>Prepares the explanations of a result.</summary>
    public static AdmissionExplanations Of(AdmissionResult result) => new(result);

    /// <summary>Why this child goes where it goes; null when it is not in the list.</summary>
    public AdmissionExplanation? For(RowCode ticket) => throw new NotImplementedException();
}
