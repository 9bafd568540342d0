using System.Diagnostics.CodeAnalysis;

namespace Enrollment.Domain.Admission;

/// <summary>A school or campus as plans, lists and notices name it: 2 capital letters and 3 digits, for example <c>LC001</c>.</summary>
public sealed record SchoolCode
{
    private SchoolCode(string value) => Value = value;

    /// <summary>The five characters.</summary>
    public string Value { get; }

    /// <summary>Reads a code; anything else is false, never an exception.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SchoolCode? code)
    {
        var holds = text is { Length: 5 } && text[..2].All(char.IsAsciiLetterUpper) && text[2..].All(char.IsAsciiDigit);
        code = holds ? new SchoolCode(text!) : null;
        return holds;
    }

    /// <summary>Reads a code this service wrote; anything else is a bug.</summary>
    /// <exception cref="FormatException">It is no school code.</exception>
    public static SchoolCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException("Not a school code.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
