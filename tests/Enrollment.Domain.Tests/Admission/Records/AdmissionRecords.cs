using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Records;
using Enrollment.Domain.Draws;
using Enrollment.Files.Digests;

namespace Enrollment.Domain.Tests.Admission.Records;

/// <summary>Records of drawn rounds.</summary>
internal static class AdmissionRecords
{
    private const string Digits = "314159265358979323846264338327950288419716939937510";

    public static AdmissionVerdict Verify(AdmissionRecord record) => AdmissionVerification.Verify(record, Sm3.Of);

    public static AdmissionRecord Of(AdmissionList list) => Of(list, result => result);

    /// <param name="list">The list.</param>
    /// <param name="forge">What a forger makes of the result; digests and seed are right all the same.</param>
    public static AdmissionRecord Of(AdmissionList list, Func<AdmissionResult, AdmissionResult> forge)
    {
        var digests = new ListDigests(Digest.Of(list.CanonicalBytes()), Sm3.Of(list.CanonicalBytes()));
        var secret = DrawSecret.FromBytes(Digest.Of("secret"u8).ToArray());
        if (Entropy.TryParse(Digits, out var entropy) is not null)
            throw new InvalidOperationException(Digits);
        return AdmissionRecord.Of(forge(Allocate.Admit(list, DrawSeed.DeriveForAdmission(digests.Sha256, secret, entropy!))), digests, secret, entropy!);
    }
}
