namespace Enrollment.Functions.Review;

/// <summary>The body of a decision. Which members it needs hangs on <paramref name="Kind"/>.</summary>
internal sealed record DecisionBody(string? Kind, string? Department, IReadOnlyList<string>? Rules, string? Rule, string? Category, string? Reason, string? Note,
    IReadOnlyList<DefectBody>? Defects)
{
    /// <summary>Kind and reason: a note may name people.</summary>
    public override string ToString() => $"DecisionBody {{ {Kind}, {Reason} }}";
}

/// <summary>What a parent is asked for: papers, by their ids in the policy, and the rule they may prove; no rule where the category itself asks for them.</summary>
internal sealed record DefectBody(string? Rule, IReadOnlyList<string>? Papers);

/// <summary>What is decided; the names are the wire form.</summary>
internal enum DecisionKind
{
    ConfirmCheck,
    RejectCheck,
    WaiveCheck,
    Establish,
    ProposeRefusal,
    ConfirmRefusal,
    RejectRefusal,
    RequestCorrection,
    Defer,
    ProposeVoid,
    ConfirmVoid,
    RejectVoid,
    UpholdDecision,
    ChangeDecision,
}
