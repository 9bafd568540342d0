using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Admission.Allocation;

internal static class AdmissionResultText
{
    public static IReadOnlyList<string> Write(AdmissionResult result) => throw new NotImplementedException();
    public static AdmissionResult? Read(AdmissionList list, IReadOnlyList<string> lines) => throw new NotImplementedException();
}
