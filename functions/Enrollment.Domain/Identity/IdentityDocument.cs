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

    /// <summary>Reads a number of the given kind; white space around it and lower-case letters are accepted.</summary>
    /// <param name="kind">Which paper; one the list does not name is <see cref="FaultCode.UnknownValue"/>.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="document">The paper, when the result is null.</param>
    /// <returns>Null when it holds, else the first fault.</returns>
    public static FaultCode? TryParse(IdentityDocumentKind kind, string? text, out IdentityDocument? document)
    {
        document = null;
        return kind switch
        {
            IdentityDocumentKind.CitizenId or IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan => OfCitizenForm(kind, text, out document),
            IdentityDocumentKind.HomeReturnPermit => OfLettersAndEightDigits(kind, "HM", text, out document),
            IdentityDocumentKind.TaiwanPass => OfLettersAndEightDigits(kind, "", text, out document),
            _ => FaultCode.UnknownValue,
        };
    }

    private static FaultCode? OfCitizenForm(IdentityDocumentKind kind, string? text, out IdentityDocument? document)
    {
        document = null;
        if (CitizenIdentityNumber.TryParse(text, out var citizen) is { } fault)
            return fault;
        var areaFits = kind is IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan
            ? citizen!.AreaCode is "810000" or "820000" or "830000"
            : !AreaCodes.IsHongKongMacaoTaiwan(citizen!.AreaCode.AsSpan(0, 2));
        if (!areaFits)
            return FaultCode.IdentityNumberRegion;
        document = new IdentityDocument(kind, citizen.Value, citizen);
        return null;
    }

    private static FaultCode? OfLettersAndEightDigits(IdentityDocumentKind kind, string firstLetters, string? text, out IdentityDocument? document)
    {
        document = null;
        var typed = text.AsSpan().Trim();
        var letters = firstLetters.Length == 0 ? 0 : 1;
        if (typed.Length != letters + 8)
            return FaultCode.IdentityNumberLength;
        if (typed[letters..].ContainsAnyExceptInRange('0', '9'))
            return FaultCode.IdentityNumberCharacters;
        if (letters == 1 && !firstLetters.Contains(char.ToUpperInvariant(typed[0]), StringComparison.Ordinal))
            return FaultCode.IdentityNumberCharacters;
        document = new IdentityDocument(kind, typed.ToString().ToUpperInvariant(), citizen: null);
        return null;
    }

    /// <summary>First three and last two characters.</summary>
    public override string ToString() => $"{Number[..3]}***{Number[^2..]}";
}
