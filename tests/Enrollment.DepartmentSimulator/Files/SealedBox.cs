using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Files;

/// <summary>docs/departments.md's sealed cell, read a second time: base64url of nonce (12 bytes), ciphertext and tag (16 bytes).</summary>
internal static class SealedBox
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static string Seal(WebhookKey key, string kind, string requestId, byte[] plain)
    {
        var (nonce, cipher, tag) = (RandomNumberGenerator.GetBytes(Nonce), new byte[plain.Length], new byte[Tag]);
        using var aes = new AesGcm(key.Derive($"enrollment/department-file/1/{kind}"), Tag);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(requestId));
        return Base64Url.EncodeToString([.. nonce, .. cipher, .. tag]);
    }

    /// <exception cref="CryptographicException">Another key, another request, or altered.</exception>
    public static byte[] Open(WebhookKey key, string kind, string requestId, string cell)
    {
        var box = Base64Url.DecodeFromChars(cell);
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key.Derive($"enrollment/department-file/1/{kind}"), Tag);
        aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce, plain.Length), box.AsSpan(Nonce + plain.Length), plain, Encoding.UTF8.GetBytes(requestId));
        return plain;
    }
}
