namespace Enrollment.Domain.Admission.Preparing;

/// <summary>Something about one child that a person of the bureau must look at before, or should know when, the list is sealed.</summary>
/// <param name="Application">The child's application.</param>
/// <param name="Code">What.</param>
/// <param name="Detail">Codes of zones or schools, blank-separated; never personal data.</param>
public sealed record Attention(ApplicationId Application, AttentionCode Code, string Detail = "")
{
    /// <summary>True when the list cannot be sealed before a person has decided.</summary>
    public bool Blocks => Code is AttentionCode.ZoneAmbiguous or AttentionCode.ZoneWeak or AttentionCode.ZoneUnknown or AttentionCode.ZoneGone or AttentionCode.SettlementUnknown;
}

/// <summary>Kinds of attention. Added to, never renamed.</summary>
public enum AttentionCode
{
    /// <summary>Several zones of one kind list the address (R10).</summary>
    ZoneAmbiguous,
    /// <summary>A zone lists something like the address; never guessed.</summary>
    ZoneWeak,
    /// <summary>No zone lists the address.</summary>
    ZoneUnknown,
    /// <summary>A person decided on a zone that this year's lists do not have: its number changed, or it was dissolved.</summary>
    ZoneGone,
    /// <summary>A school the child wants decides by the date of settlement, and neither a register nor a person has said it.</summary>
    SettlementUnknown,
    /// <summary>Another child's place binds the home (R6): the child is placed at another school.</summary>
    HomeLocked,
    /// <summary>A choice that no stage offers the child was left out.</summary>
    ChoiceNotOffered,
    /// <summary>A family's children cannot be drawn as one, because they differ in what decides; they are drawn singly.</summary>
    FamilyNotAlike,
}
