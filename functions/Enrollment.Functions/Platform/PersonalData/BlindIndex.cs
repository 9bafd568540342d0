using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Platform.PersonalData;

/// <summary>
/// Turns a personal value into a look-up key. Keyed, because the identity numbers of a whole year's children
/// can be hashed in minutes; a key for each purpose, so that two indexes cannot be joined.
/// </summary>
internal sealed class BlindIndex(IOptions<PersonalDataOptions> options)
{
    private readonly byte[] _secret = Convert.FromBase64String(options.Value.IndexKey);
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>64 lower-case hex digits.</summary>
    public string Of(string purpose, string value) => Convert.ToHexStringLower(Bytes(purpose, value));

    /// <summary>32 bytes.</summary>
    public byte[] Bytes(string purpose, string value) =>
        HMACSHA256.HashData(_keys.GetOrAdd(purpose, DerivedKey), Encoding.UTF8.GetBytes(value));

    private byte[] DerivedKey(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, _secret, outputLength: 32, info: Encoding.UTF8.GetBytes($"enrollment/blind-index/1/{purpose}"));
}
