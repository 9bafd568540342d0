using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Functions.Platform.Webhooks;

namespace Enrollment.Functions.Departments.Files;

/// <summary>
/// A question or an answer as one cell of a file: AES-256-GCM under a key derived from the department's, bound to its request id. Whoever
/// finds the file reads nobody's data in it, and nobody without the key can write an answer (docs/adr/0016).
/// </summary>
internal static class SealedCell
{
    public const string Question = "question";
    public const string Answer = "answer";

    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static string Seal(WebhookKey key, string kind, string requestId, ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = CipherOf(key, kind);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(requestId));
        return Base64Url.EncodeToString(box);
    }

    /// <summary>Null when none of the keys opens it: altered, another row's, or not the department's.</summary>
    public static byte[]? Open(IReadOnlyList<WebhookKey> keys, string kind, string requestId, string cell)
    {
        var box = new byte[Base64Url.GetMaxDecodedLength(cell.Length)];
        if (Base64Url.DecodeFromChars(cell, box, out _, out var length) is not OperationStatus.Done || length < NonceSize + TagSize)
            return null;
        return keys.Select(key => Opened(key, kind, requestId, box.AsSpan(0, length))).FirstOrDefault(plain => plain is not null);
    }

    private static byte[]? Opened(WebhookKey key, string kind, string requestId, ReadOnlySpan<byte> box)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = CipherOf(key, kind);
        try
        {
            aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain, Encoding.UTF8.GetBytes(requestId));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static AesGcm CipherOf(WebhookKey key, string kind) => new(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, outputLength: 32, info: Encoding.UTF8.GetBytes($"enrollment/department-file/1/{kind}")), TagSize);
}
