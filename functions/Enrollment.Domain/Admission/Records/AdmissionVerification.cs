using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Records;

/// <summary>Runs a published round again from its record alone, and names the first step that differs (docs/admission-record.md section 7).</summary>
public static class AdmissionVerification
{
    /// <summary>Recomputes the record.</summary>
    /// <param name="record">As published.</param>
    /// <param name="sm3">SM3 (GB/T 32905), which the platform does not have.</param>
    /// <param name="cancellationToken">Stops a long recomputation.</param>
    public static AdmissionVerdict Verify(AdmissionRecord record, Func<byte[], Digest> sm3, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
