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
    public static FaultCode? TryParse(IdentityDocumentKind kind, string? text, out IdentityDocument? document)
    {
        document = null;
        if (kind is IdentityDocumentKind.CitizenId or IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan)
            return OfCitizenForm(kind, text, out document);
        var number = (text ?? "").Trim().ToUpperInvariant();
        var digits = kind is IdentityDocumentKind.HomeReturnPermit ? number.AsSpan(Math.Min(1, number.Length)) : number;
        if (digits.Length != 8)
            return FaultCode.IdentityNumberLength;
        if (digits.ContainsAnyExceptInRange('0', '9') || (kind is IdentityDocumentKind.HomeReturnPermit && number[0] is not ('H' or 'M')))
            return FaultCode.IdentityNumberCharacters;
        document = new IdentityDocument(kind, number, citizen: null);
        return null;
    }

    private static FaultCode? OfCitizenForm(IdentityDocumentKind kind, string? text, out IdentityDocument? document)
    {
        document = null;
        if (CitizenIdentityNumber.TryParse(text, out var citizen) is { } fault)
            return fault;
        var isPermitArea = citizen!.AreaCode is "810000" or "820000" or "830000";
        if (isPermitArea != kind is IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan)
            return FaultCode.IdentityNumberRegion;
        document = new IdentityDocument(kind, citizen.Value, citizen);
        return null;
    }

    /// <summary>First three and last two characters.</summary>
    public override string ToString() => $"{Number[..3]}***{Number[^2..]}";
}
