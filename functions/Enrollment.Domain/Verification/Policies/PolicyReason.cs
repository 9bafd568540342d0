namespace Enrollment.Domain.Verification.Policies;

/// <summary>A reason that people may give for what they decide.</summary>
/// <param name="Id">Its code in the policy.</param>
/// <param name="Text">As a parent reads it.</param>
/// <param name="Source">Where it is written, by the keys of DOMAIN.md.</param>
/// <param name="Uses">What it may be given for.</param>
public sealed record PolicyReason(string Id, LocalizedText Text, string Source, IReadOnlyList<ReasonUse> Uses);

/// <summary>What a reason may be given for; the names are the wire form.</summary>
public enum ReasonUse
{
    /// <summary>A person confirms a check.</summary>
    ConfirmCheck,
    /// <summary>A person rejects a check.</summary>
    RejectCheck,
    /// <summary>A person waives a check.</summary>
    WaiveCheck,
    /// <summary>A person establishes a category.</summary>
    Establish,
    /// <summary>Two people refuse the claimed category.</summary>
    Refuse,
    /// <summary>A case is handed to another authority.</summary>
    Transfer,
    /// <summary>A deferral is approved.</summary>
    Defer,
    /// <summary>Two people void an application.</summary>
    Void,
    /// <summary>An objection is answered: the decision stands.</summary>
    Uphold,
    /// <summary>An objection is answered: the outcome changes.</summary>
    Change,
}
