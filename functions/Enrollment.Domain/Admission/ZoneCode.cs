using System.Diagnostics.CodeAnalysis;

namespace Enrollment.Domain.Admission;

/// <summary>A service area (招生服务区域, 片区): a capital <c>Z</c> and 4 digits, for example <c>Z0001</c>. Not personal data: many homes share one.</summary>
public sealed record ZoneCode
{
    private ZoneCode(string value) => Value = value;

    /// <summary>The five characters.</summary>
    public string Value { get; }

    /// <summary>Reads a code; anything else is false, never an exception.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ZoneCode? code)
    {
        var holds = text is ['Z', _, _, _, _] && text[1..].All(char.IsAsciiDigit);
        code = holds ? new ZoneCode(text!) : null;
        return holds;
    }

    /// <summary>Reads a code this service wrote; anything else is a bug.</summary>
    /// <exception cref="FormatException">It is no zone code.</exception>
    public static ZoneCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException("Not a zone code.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
