namespace Enrollment.Domain.Placement.Rosters;

/// <summary>One cell as a file holds it. Prints nothing of it: it is most often a person's.</summary>
/// <param name="Text">The text; blank for an empty cell.</param>
/// <param name="Fault">What the file itself already shows to be wrong with it.</param>
public readonly record struct RosterCell(string Text, RosterFaultCode? Fault = null)
{
    /// <summary>Is there nothing in it, not even a fault?</summary>
    public bool IsBlank => Fault is null && string.IsNullOrWhiteSpace(Text);

    /// <summary>Never the text.</summary>
    public override string ToString() => "RosterCell { *** }";
}
