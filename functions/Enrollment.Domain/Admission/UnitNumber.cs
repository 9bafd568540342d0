using System.Diagnostics.CodeAnalysis;

namespace Enrollment.Domain.Admission;

/// <summary>
/// A home's real-estate unit number (不动产单元号, GB/T 37346): 28 letters and digits, parcel 19 and fixture 9. The key of a place lock:
/// an address has many spellings, a unit one number.
/// </summary>
public sealed record UnitNumber
{
    private UnitNumber(string value) => Value = value;

    /// <summary>The 28 characters, capital letters.</summary>
    public string Value { get; }

    /// <summary>Reads a number, with or without the blanks certificates print; anything else is false, never an exception.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UnitNumber? number)
    {
        var plain = text?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var holds = plain is { Length: 28 } && plain.All(char.IsAsciiLetterOrDigit);
        number = holds ? new UnitNumber(plain!) : null;
        return holds;
    }

    /// <summary>The first three characters alone: a unit number leads to a family.</summary>
    public override string ToString() => $"{Value[..3]}*************************";
}
