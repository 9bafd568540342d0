using System.Buffers;
using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Platform.PersonalData;

/// <summary>
/// Encrypts one stored field with AES-256-GCM, bound to its cell: a value copied to another row, column or table does not decrypt.
/// Stored form: key id, dot, base64url of nonce, ciphertext and tag.
/// </summary>
internal sealed class FieldCipher(IOptions<PersonalDataOptions> options)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _currentKeyId = options.Value.Keys[0].Id;
    private readonly FrozenDictionary<string, byte[]> _keys =
        options.Value.Keys.ToFrozenDictionary(key => key.Id, key => DerivedKey(key.Secret), StringComparer.Ordinal);

    public string Encrypt(string plaintext, CellAddress cell)
    {
        var plain = StrictUtf8.GetBytes(plaintext);
        var box = new byte[NonceSize + plain.Length + TagSize];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        // The platform's cipher context is not safe to share between threads.
        using var aes = new AesGcm(_keys[_currentKeyId], TagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), cell.ToBytes());
        return $"{_currentKeyId}.{Base64Url.EncodeToString(box)}";
    }

    /// <exception cref="CryptographicException">The value was altered, belongs to another cell, or its key is gone.</exception>
    public string Decrypt(string stored, CellAddress cell)
    {
        var dot = stored.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !_keys.TryGetValue(stored[..dot], out var key))
            throw new CryptographicException("The stored value names no known key.");
        var box = new byte[Base64Url.GetMaxDecodedLength(stored.Length - dot - 1)];
        if (Base64Url.DecodeFromChars(stored.AsSpan(dot + 1), box, out _, out var length) is not OperationStatus.Done || length < NonceSize + TagSize)
            throw new CryptographicException("The stored value is not one this cipher wrote.");
        var plain = new byte[length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, plain.Length), box.AsSpan(length - TagSize, TagSize), plain, cell.ToBytes());
        return StrictUtf8.GetString(plain);
    }

    /// <summary>As for a text: the key id, a zero byte, then nonce, ciphertext and tag.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, CellAddress cell)
    {
        var id = Encoding.ASCII.GetBytes(_currentKeyId);
        var stored = new byte[id.Length + 1 + NonceSize + plain.Length + TagSize];
        id.CopyTo(stored, 0);
        var box = stored.AsSpan(id.Length + 1);
        RandomNumberGenerator.Fill(box[..NonceSize]);
        using var aes = new AesGcm(_keys[_currentKeyId], TagSize);
        aes.Encrypt(box[..NonceSize], plain, box.Slice(NonceSize, plain.Length), box[(NonceSize + plain.Length)..], cell.ToBytes());
        return stored;
    }

    /// <exception cref="CryptographicException">The value was altered, belongs to another cell, or its key is gone.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> stored, CellAddress cell)
    {
        var end = stored.IndexOf((byte)0);
        if (end < 0 || stored.Length - end - 1 < NonceSize + TagSize || !_keys.TryGetValue(Encoding.ASCII.GetString(stored[..end]), out var key))
            throw new CryptographicException("The stored value names no known key.");
        var box = stored[(end + 1)..];
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box[..NonceSize], box.Slice(NonceSize, plain.Length), box[^TagSize..], plain, cell.ToBytes());
        return plain;
    }

    private static byte[] DerivedKey(string secret) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Convert.FromBase64String(secret), outputLength: 32, info: "enrollment/field-encryption/1"u8.ToArray());
}
