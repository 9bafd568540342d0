using System.Globalization;
using System.Security.Cryptography;

namespace Enrollment.DepartmentSimulator.Signatures;

/// <summary>The three headers of Standard Webhooks.</summary>
internal sealed record SignedMessage(string Id, string Timestamp, string Signatures)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static SignedMessage Create(WebhookKey key, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new SignedMessage(id, timestamp, $"v1,{Convert.ToBase64String(key.Sign(id, timestamp, body))}");
    }

    public static SignedMessage? Read(IHeaderDictionary headers) =>
        headers["webhook-id"] is [{ Length: > 0 } id]
        && headers["webhook-timestamp"] is [{ Length: > 0 } timestamp]
        && headers["webhook-signature"] is [{ Length: > 0 } signatures]
            ? new SignedMessage(id, timestamp, signatures)
            : null;

    /// <returns>Null when the message holds, else the code of what is wrong with it.</returns>
    public string? Fault(WebhookKey key, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return "timestamp-malformed";
        if (Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)Window.TotalSeconds)
            return "timestamp-outside-window";

        var expected = key.Sign(Id, Timestamp, body);
        return Signatures.Split(' ').Any(signature => Matches(signature, expected)) ? null : "signature-wrong";
    }

    private static bool Matches(string signature, byte[] expected)
    {
        var given = new byte[expected.Length];
        return signature.StartsWith("v1,", StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[3..], given, out var length)
            && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, length), expected);
    }
}
