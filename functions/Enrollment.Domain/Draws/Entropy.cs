namespace Enrollment.Domain.Draws;

/// <summary>What witnesses draw or read out in public: digits only (at least 39) or hexadecimal digits (at least 32), so at least 128 bits.</summary>
public sealed record Entropy
{
    private const int FewestDigits = 39;
    private const int FewestHexDigits = 32;
    private const int Most = 512;

    private Entropy(string text) => Text = text;

    /// <summary>Lower case, without spaces.</summary>
    public string Text { get; }

    /// <summary>Reads the canonical form; null, or why it is not.</summary>
    public static FaultCode? TryParse(string? text, out Entropy? entropy)
    {
        entropy = null;
        if (string.IsNullOrEmpty(text))
            return FaultCode.Required;
        if (text.Length > Most)
            return FaultCode.TooLong;
        if (!text.All(char.IsAsciiHexDigitLower))
            return FaultCode.EntropyMalformed;
        if (text.Length < (text.All(char.IsAsciiDigit) ? FewestDigits : FewestHexDigits))
            return FaultCode.EntropyTooShort;
        entropy = new Entropy(text);
        return null;
    }
}
