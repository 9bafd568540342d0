namespace Enrollment.Domain.Admission.Lists;

internal static class AdmissionListText
{
    public static IReadOnlyList<string> Write(AdmissionList list) => throw new NotImplementedException();
    public static AdmissionListReading Read(IReadOnlyList<string> lines) => throw new NotImplementedException();
}
