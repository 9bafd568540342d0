namespace Enrollment.Domain.Admission.Records;

internal static class AdmissionRecordJson
{
    public static byte[] Write(AdmissionRecord record) => throw new NotImplementedException();
    public static AdmissionRecord? Read(ReadOnlyMemory<byte> json) => throw new NotImplementedException();
}
