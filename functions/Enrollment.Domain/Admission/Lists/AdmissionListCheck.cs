namespace Enrollment.Domain.Admission.Lists;

internal static class AdmissionListCheck
{
    public static IReadOnlyList<AdmissionFault> Of(AdmissionList list) => throw new NotImplementedException();
}
