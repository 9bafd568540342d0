using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Functions.Platform.Webhooks;

/// <summary>Standard Webhooks, scheme v1: HMAC-SHA256 of <c>id.timestamp.body</c> over the bytes as sent.</summary>
internal static class WebhookSignature
{
    private const int MaxIdLength = 128;
    private const int MaxTimestampLength = 12;
    private const int MaxSignatureLength = 2048;
    private const long WindowSeconds = 300;

    public static string Sign(WebhookKey key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        if (!IsId(id))
            throw new ArgumentException("A webhook id is 1 to 128 visible ASCII characters without a dot.", nameof(id));
        return Signature(key, id, timestamp.ToString(CultureInfo.InvariantCulture), body);
    }

    public static WebhookVerification Verify(
        IReadOnlyList<WebhookKey> keys, WebhookHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (headers is not { Id: { } id, Timestamp: { } timestamp, Signature: { } signature })
            return WebhookVerification.MissingHeader;
        if (!IsId(id) || signature.Length > MaxSignatureLength || !TryTimestamp(timestamp, out var seconds))
            return WebhookVerification.MalformedHeader;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > WindowSeconds)
            return WebhookVerification.TimestampOutOfWindow;
        return MatchesAny(keys, id, timestamp, signature, body) ? WebhookVerification.Valid : WebhookVerification.NoMatch;
    }

    // Text against text: base64 has several spellings of the same bytes, and decoding is where malformed entries throw.
    // Every key meets every entry, so that the time tells neither which matched nor where.
    private static bool MatchesAny(IReadOnlyList<WebhookKey> keys, string id, string timestamp, string signature, ReadOnlySpan<byte> body)
    {
        var entries = signature.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes).ToList();
        var matches = false;
        foreach (var key in keys)
        {
            var expected = Encoding.UTF8.GetBytes(Signature(key, id, timestamp, body));
            foreach (var entry in entries)
                matches |= CryptographicOperations.FixedTimeEquals(expected, entry);
        }

        return matches;
    }

    private static string Signature(WebhookKey key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }

    // A dot in the id would let a sender move the border between id, timestamp and body.
    private static bool IsId(string id) => id.Length is > 0 and <= MaxIdLength && id.All(c => c is > ' ' and <= '~' and not '.');

    private static bool TryTimestamp(string text, out long seconds)
    {
        seconds = 0;
        return text.Length <= MaxTimestampLength && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }
}
