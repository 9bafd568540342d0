namespace Enrollment.Domain.Admission.Records;

/// <summary>What recomputing a record shows.</summary>
/// <param name="Difference">The first step that differs; null when the record holds.</param>
/// <param name="Where">Where in it: a line number, a ticket, a fault; empty for a step that is one value.</param>
public sealed record AdmissionVerdict(AdmissionStep? Difference, string Where)
{
    /// <summary>Does the record hold?</summary>
    public bool Holds => Difference is null;

    /// <summary>The verdict in one line, as every verifier prints it.</summary>
    public override string ToString() => Difference is { } step
        ? $"does not hold: {step.ToString().ToLowerInvariant()}{(Where.Length > 0 ? $": {Where}" : "")}"
        : "holds";
}

/// <summary>The steps of a verification, in order (docs/admission-record.md section 7).</summary>
public enum AdmissionStep
{
    /// <summary>Is it a record of a kind this program knows?</summary>
    Format,
    /// <summary>Is the list canonical?</summary>
    List,
    /// <summary>Could the list be drawn from?</summary>
    Faults,
    /// <summary>SHA-256 of the list.</summary>
    Sha256,
    /// <summary>SM3 of the list.</summary>
    Sm3,
    /// <summary>Is the secret the one committed to?</summary>
    Commitment,
    /// <summary>Is the entropy long enough and canonical?</summary>
    Entropy,
    /// <summary>The seed.</summary>
    Seed,
    /// <summary>The lot number of every child.</summary>
    Lots,
    /// <summary>School and stage of every child.</summary>
    Places,
    /// <summary>The cut-offs.</summary>
    CutOffs,
    /// <summary>What every result must hold, whatever computed it.</summary>
    Invariants,
    /// <summary>The result's form (looked at before the lots) and digest.</summary>
    Result,
}
