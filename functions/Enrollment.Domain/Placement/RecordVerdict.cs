namespace Enrollment.Domain.Placement;

/// <summary>What recomputing a record shows.</summary>
/// <param name="Difference">The first step that differs; null when the record holds.</param>
/// <param name="Where">Where in it: a line number, a row code, an index; empty for a step that is one value.</param>
/// <param name="GroupsRecomputed">False when the attribute table is withheld, so that groups could only be checked against the rules.</param>
public sealed record RecordVerdict(RecordStep? Difference, string Where, bool GroupsRecomputed)
{
    /// <summary>Does the record hold?</summary>
    public bool Holds => Difference is null;

    /// <summary>The verdict in one line, as every verifier prints it.</summary>
    public override string ToString() => Difference is { } step
        ? $"does not hold: {NameOf(step)}{(Where.Length > 0 ? $": {Where}" : "")}"
        : GroupsRecomputed ? "holds" : "holds, groups checked but not recomputed: attributes withheld";

    private static string NameOf(RecordStep step) => step.ToString().ToLowerInvariant();
}

/// <summary>The steps of a verification, in order (docs/placement-record.md section 8).</summary>
public enum RecordStep
{
    /// <summary>Is it a record of a kind this program knows?</summary>
    Format,
    /// <summary>Is the list canonical?</summary>
    List,
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
    /// <summary>Is the attribute table the one the list names?</summary>
    Attributes,
    /// <summary>Law, attempts and the group of every pupil.</summary>
    Groups,
    /// <summary>The class number of every group.</summary>
    Numbers,
    /// <summary>The team of every class.</summary>
    Teams,
    /// <summary>The class of every pupil.</summary>
    Classes,
    /// <summary>The result's digest.</summary>
    Result,
    /// <summary>Late joiners.</summary>
    Late,
}
