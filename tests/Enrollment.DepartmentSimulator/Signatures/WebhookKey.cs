using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Enrollment.DepartmentSimulator.Signatures;

/// <summary>A Standard Webhooks key. Deliberately not the product's: two readings of the specification have to agree.</summary>
internal sealed class WebhookKey
{
    private const string Prefix = "whsec_";
    private readonly byte[] _secret;

    private WebhookKey(byte[] secret) => _secret = secret;

    /// <summary>A key the receiver does not have, the same one on every run.</summary>
    public WebhookKey Wrong => new(SHA256.HashData(_secret));

    public static bool TryParse(string? text, [NotNullWhen(true)] out WebhookKey? key)
    {
        key = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || !Base64.IsValid(text.AsSpan(Prefix.Length), out var length))
            return false;
        if (length is < 24 or > 64)
            return false;
        key = new WebhookKey(Convert.FromBase64String(text[Prefix.Length..]));
        return true;
    }

    /// <summary>A key for another purpose: 32 bytes by HKDF-SHA256.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, 32, info: Encoding.UTF8.GetBytes(purpose));

    public byte[] Sign(string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
