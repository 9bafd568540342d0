using System.Globalization;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Records;

/// <summary>Runs a published round again from its record alone, and names the first step that differs (docs/admission-record.md section 7).</summary>
public static class AdmissionVerification
{
    /// <summary>Recomputes the record.</summary>
    /// <param name="record">As published.</param>
    /// <param name="sm3">SM3 (GB/T 32905), which the platform does not have.</param>
    /// <param name="cancellationToken">Stops a long recomputation.</param>
    public static AdmissionVerdict Verify(AdmissionRecord record, Func<byte[], Digest> sm3, CancellationToken cancellationToken = default)
    {
        if (record.Format != AdmissionRecord.KnownFormat)
            return Differs(AdmissionStep.Format, record.Format);
        return AdmissionList.Parse(record.List) switch
        {
            AdmissionListReading.Read { List: var list } => Inputs(record, list, sm3) ?? Outcome(record, list, cancellationToken),
            AdmissionListReading.Malformed malformed => Differs(AdmissionStep.List, string.Create(CultureInfo.InvariantCulture, $"line {malformed.Line}")),
            _ => throw new InvalidOperationException("Closed hierarchy."),
        };
    }

    private static AdmissionVerdict? Inputs(AdmissionRecord record, AdmissionList list, Func<byte[], Digest> sm3)
    {
        if (list.Check() is [var fault, ..])
            return Differs(AdmissionStep.Faults, fault.ToString());
        var bytes = list.CanonicalBytes();
        if (Digest.Of(bytes) != record.Digests.Sha256)
            return Differs(AdmissionStep.Sha256);
        if (sm3(bytes) != record.Digests.Sm3)
            return Differs(AdmissionStep.Sm3);
        if (!DrawSecret.TryParse(record.Secret, out var secret) || secret!.Commitment() != record.Commitment)
            return Differs(AdmissionStep.Commitment);
        if (Entropy.TryParse(record.Entropy, out var entropy) is not null)
            return Differs(AdmissionStep.Entropy);
        return DrawSeed.DeriveForAdmission(record.Digests.Sha256, secret, entropy!).Value == record.Seed ? null : Differs(AdmissionStep.Seed);
    }

    private static AdmissionVerdict Outcome(AdmissionRecord record, AdmissionList list, CancellationToken cancellationToken)
    {
        if (AdmissionResult.Parse(list, record.Result) is not { } stated)
            return Differs(AdmissionStep.Result, "the result's form");
        var result = Allocate.Admit(list, new DrawSeed(record.Seed), progress: null, cancellationToken);
        for (var i = 0; i < result.Places.Count; i++)
        {
            if (stated.Places[i].Lot != result.Places[i].Lot)
                return Differs(AdmissionStep.Lots, result.Places[i].Ticket.ToString());
        }
        for (var i = 0; i < result.Places.Count; i++)
        {
            if (stated.Places[i] != result.Places[i])
                return Differs(AdmissionStep.Places, result.Places[i].Ticket.ToString());
        }
        if (!stated.CutOffs.SequenceEqual(result.CutOffs))
            return Differs(AdmissionStep.CutOffs);
        // What was recomputed the same way could be wrong the same way: the invariants know nothing of how places are given.
        if (AdmissionInvariants.Check(list, stated) is [var violation, ..])
            return Differs(AdmissionStep.Invariants, $"{violation.Code} {violation.Subject}");
        return record.ResultSha256 == result.Digest ? new AdmissionVerdict(Difference: null, "") : Differs(AdmissionStep.Result);
    }

    private static AdmissionVerdict Differs(AdmissionStep step, string where = "") => new(step, where);
}
