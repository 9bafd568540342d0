namespace Enrollment.Functions.Platform.Webhooks;

/// <summary>A Standard Webhooks secret: <c>whsec_</c> and 24 to 64 bytes as base64. Never prints itself.</summary>
internal sealed class WebhookKey
{
    private const string Prefix = "whsec_";
    private const int MinBytes = 24;
    private const int MaxBytes = 64;

    private WebhookKey(byte[] bytes) => Bytes = bytes;

    internal byte[] Bytes { get; }

    public static WebhookKey Parse(string text) =>
        TryParse(text, out var key) ? key! : throw new FormatException("Not whsec_ and base64 of 24 to 64 bytes.");

    public static bool TryParse(string? text, out WebhookKey? key)
    {
        key = null;
        var bytes = new byte[MaxBytes + 1];
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64Chars(text.AsSpan(Prefix.Length), bytes, out var length) || length is < MinBytes or > MaxBytes)
        {
            return false;
        }

        key = new WebhookKey(bytes[..length]);
        return true;
    }

    public override string ToString() => "whsec_***";
}
