namespace Enrollment.Domain.Identity;

/// <summary>A person's identity paper: its kind and its normalized number.</summary>
/// <remarks><see cref="ToString"/> masks.</remarks>
public sealed record IdentityDocument
{
    private IdentityDocument(IdentityDocumentKind kind, string number, CitizenIdentityNumber? citizen) =>
        (Kind, Number, Citizen) = (kind, number, citizen);

    /// <summary>Which paper.</summary>
    public IdentityDocumentKind Kind { get; }

    /// <summary>The normalized number.</summary>
    public string Number { get; }

    /// <summary>The 18-character number with birth date and sex, where the paper carries one; else null.</summary>
    public CitizenIdentityNumber? Citizen { get; }

    /// <summary>Reads a number of the given kind.</summary>
    /// <returns>Null when it holds, else the first fault.</returns>
    public static FaultCode? TryParse(IdentityDocumentKind kind, string? text, out IdentityDocument? document) =>
        throw new NotImplementedException();

    /// <summary>First three and last two characters.</summary>
    public override string ToString() => $"{Number[..3]}***{Number[^2..]}";
}
